import { and, eq, inArray, isNull } from "drizzle-orm";
import { changedPrice, type PriceChange } from "#api/domain/menu/change-price";
import { auditMany } from "#api/modules/audit/audit-many";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { items } from "#drizzle/schema/index";
import type { BulkEdit } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { announceMenu, type Brand, branchIdsOf, brandOf, mustBeOf } from "./brand-of";
import { holdCategory } from "./edit-categories";

type Row = typeof items.$inferSelect;
/** What has become of one item, for the audit log; `null`: nothing. */
type Outcome = { before: Record<string, unknown>; after: Record<string, unknown> } | null;
type Editing = { work: Work; deps: Deps; person: Person; brand: Brand };

/**
 * One change of many items, all of them or none.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`, `item.not_found` when one is gone, `menu.price_below_zero`,
 *   `category.not_found`, `branch.not_found`
 */
export const bulkEdit = (deps: Deps, person: Person, { id, itemIds, change }: BulkEdit & { id: Id }) =>
  withActor(deps, person, async (work) => {
    const brand = await brandOf(work, person, id);
    const rows = await holdItems(work, brand, [...new Set(itemIds)]);
    const editing = { work, deps, person, brand };
    const outcomes = await applyTo(editing, rows, change);
    const entries = rows.flatMap((row, index) => {
      const outcome = outcomes[index];
      return outcome ? [{ action: `item.${change.kind}`, subjectKind: "item", subjectId: row.id, ...outcome }] : [];
    });
    await auditMany(work, deps, entries);
    if (entries.length > 0) announceMenu(work, deps, branchIdsOf(brand));
    return { changed: entries.length };
  });

function applyTo(editing: Editing, rows: readonly Row[], change: BulkEdit["change"]): Promise<Outcome[]> {
  switch (change.kind) {
    case "price_percent":
    case "price_amount":
      return changePrices(editing, rows, change);
    case "availability":
      return changeAvailability(editing, rows, change);
    case "category":
      return moveTo(editing, rows, change.categoryId);
    case "archive":
      return archive(editing, rows);
  }
}

/** In the order of their ids, so that two edits of the same items cannot lock each other out. */
async function holdItems({ tx, actor }: Work, brand: Brand, itemIds: Id[]): Promise<Row[]> {
  const which = and(
    eq(items.organisationId, actor.organisationId),
    eq(items.brandId, brand.id),
    inArray(items.id, itemIds),
    isNull(items.archivedAt),
  );
  const rows = await tx.select().from(items).where(which).orderBy(items.id).for("no key update");
  if (rows.length < itemIds.length) throw new Refusal("item.not_found");
  return rows;
}

async function changePrices({ work }: Editing, rows: readonly Row[], change: PriceChange): Promise<Outcome[]> {
  const prices = rows.map(({ id, priceMinor }) => ({ id, price: changedPrice(priceMinor, change) }));
  await connectionOf(work.tx)`
    update items i set price_minor = p.price, updated_at = greatest(${work.at.toISOString()}, i.updated_at + interval '1 ms')
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as p(id uuid, price bigint)
    where i.organisation_id = ${work.actor.organisationId} and i.id = p.id and i.price_minor <> p.price`;
  return rows.map(({ priceMinor }, index) => {
    const price = prices[index]!.price;
    return price === priceMinor ? null : { before: { priceMinor }, after: { priceMinor: price } };
  });
}

async function changeAvailability(
  { work, brand }: Editing,
  rows: readonly Row[],
  { branchIds, available }: { branchIds: readonly Id[]; available: boolean },
): Promise<Outcome[]> {
  mustBeOf(brand, branchIds);
  const changed = await connectionOf(work.tx)<{ itemId: Id; branchId: Id }[]>`
    insert into branch_items as s (organisation_id, branch_id, item_id, available, stock, updated_at)
    select ${work.actor.organisationId}, b.id, i.id, ${available}, null, ${work.at.toISOString()}
    from unnest(${branchIds as Id[]}::uuid[]) as b(id), unnest(${rows.map(({ id }) => id)}::uuid[]) as i(id)
    on conflict (organisation_id, branch_id, item_id) do update
      set available = excluded.available, updated_at = excluded.updated_at
      where s.available <> excluded.available
    returning item_id as "itemId", branch_id as "branchId"`;
  const byItem = Map.groupBy(changed, ({ itemId }) => itemId);
  return rows.map(({ id }) => {
    const here = (byItem.get(id) ?? []).map(({ branchId }) => branchId);
    const said = (value: boolean) => ({ available: value, branchIds: here });
    return here.length > 0 ? { before: said(!available), after: said(available) } : null;
  });
}

async function moveTo({ work, person, brand }: Editing, rows: readonly Row[], categoryId: Id): Promise<Outcome[]> {
  const { category } = await holdCategory(work, person, categoryId);
  if (category.brandId !== brand.id) throw new Refusal("category.not_found");
  await setAll(work, rows, { categoryId });
  return rows.map((row) =>
    row.categoryId === categoryId ? null : { before: { categoryId: row.categoryId }, after: { categoryId } },
  );
}

async function archive({ work }: Editing, rows: readonly Row[]): Promise<Outcome[]> {
  await setAll(work, rows, { archivedAt: work.at });
  return rows.map(({ name, priceMinor }) => ({ before: { name, priceMinor }, after: { archived: true } }));
}

const setAll = ({ tx, actor, at }: Work, rows: readonly Row[], set: Partial<Row>) =>
  tx
    .update(items)
    .set({ ...set, updatedAt: at })
    .where(
      and(
        eq(items.organisationId, actor.organisationId),
        inArray(
          items.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
