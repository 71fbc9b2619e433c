import { decodeText } from "#api/domain/menu-csv/decode-text";
import { type ImportPlan, type PlannedItem, planImport } from "#api/domain/menu-csv/plan-import";
import { auditMany } from "#api/modules/audit/audit-many";
import { announceMenu, type Brand, branchIdsOf, brandOf } from "#api/modules/brand-menu/brand-of";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import type { ImportDone } from "#shared/contracts/menu-csv";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { knownMenu } from "./known-menu";
import { fingerprintOf, type MenuFile } from "./preview-import";
import { readLines } from "./read-lines";

/** 100,000 lines take longer than a transaction of the house may. */
const IMPORT_LIMIT_MS = 60_000;

/**
 * Saves what the preview showed: lines that are wrong are left out, everything else at once or not at all.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`, `import.…`, `import.plan_changed` when the menu is another one
 *   than in the preview
 */
export const importMenu = async (
  deps: Deps,
  person: Person,
  { id, bytes, fingerprint }: MenuFile & { fingerprint: string },
): Promise<ImportDone> => {
  const { lines } = await readLines(decodeText(bytes).text);
  return withActor(deps, person, async (work) => {
    const brand = await holdBrand(work, person, id);
    const plan = planImport(lines, await knownMenu(work, brand));
    if (fingerprintOf(plan) !== fingerprint) throw new Refusal("import.plan_changed");
    const rows = await withIds(work, deps, brand, plan);
    await saveItems(work, brand, rows);
    await auditMany(work, deps, entriesOf(plan, rows));
    announceMenu(work, deps, branchIdsOf(brand));
    return { added: plan.added.length, changed: plan.changed.length };
  });
};

/** Race: two imports at once. The second waits here, and then finds another menu than it was shown. */
async function holdBrand(work: Work, person: Person, id: Id): Promise<Brand> {
  const sql = connectionOf(work.tx);
  await sql`select set_config('transaction_timeout', '0', true)`; // a running limit is only replaced once it is off
  await sql`select set_config('transaction_timeout', ${String(IMPORT_LIMIT_MS)}, true)`;
  const brand = await brandOf(work, person, id);
  await sql`
    select from brands where organisation_id = ${work.actor.organisationId} and id = ${brand.id} for no key update`;
  return brand;
}

type Row = Omit<PlannedItem, "id" | "category"> & { id: Id; categoryId: Id };

async function withIds(work: Work, deps: Deps, brand: Brand, plan: ImportPlan): Promise<Row[]> {
  const created = await addCategories(work, deps, brand, plan.newCategories);
  return [...plan.added, ...plan.changed].map(({ id, category, ...item }) => ({
    ...item,
    id: id ?? deps.newId(),
    categoryId: "id" in category ? category.id : created.get(category.name)!,
  }));
}

async function addCategories({ tx, actor }: Work, deps: Deps, brand: Brand, names: readonly string[]) {
  const created = new Map(names.map((name) => [name, deps.newId()]));
  const rows = names.map((name, index) => ({ id: created.get(name), name: { en: name }, index }));
  await connectionOf(tx)`
    insert into categories (organisation_id, id, brand_id, name, position)
    select ${actor.organisationId}, r.id, ${brand.id}, r.name, r.index + coalesce((
      select max(c.position) + 1 from categories c
      where c.organisation_id = ${actor.organisationId} and c.brand_id = ${brand.id}), 0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name jsonb, index int)`;
  return created;
}

/** One statement for all of them: new ones at the end of the menu, known ones where they are. */
async function saveItems({ tx, actor, at }: Work, brand: Brand, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await connectionOf(tx)`
    insert into items as i
      (organisation_id, id, brand_id, category_id, name, description, price_minor, position, updated_at)
    select ${actor.organisationId}, r.id, ${brand.id}, r."categoryId", r.name, nullif(r.description, 'null'::jsonb),
      r."priceMinor", 1000 + r.line, ${at.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "categoryId" uuid, name jsonb, description jsonb, "priceMinor" bigint, line int)
    on conflict (organisation_id, id) do update
      set category_id = excluded.category_id, name = excluded.name, description = excluded.description,
        price_minor = excluded.price_minor, updated_at = greatest(excluded.updated_at, i.updated_at + interval '1 ms')`;
}

function entriesOf(plan: ImportPlan, rows: readonly Row[]) {
  const idByLine = new Map(rows.map(({ line, id }) => [line, id]));
  return plan.changes.map(({ line, before, after }) => ({
    action: before ? "item.import" : "item.add",
    subjectKind: "item",
    subjectId: idByLine.get(line)!,
    ...(before ? { before } : {}),
    after,
  }));
}
