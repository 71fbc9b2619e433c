import { and, eq, isNull, sql } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { categories, items } from "#drizzle/schema/index";
import type { BrandMenuView, CategoryDraft } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { announceMenu, type Brand, branchIdsOf, brandOf } from "./brand-of";
import { brandMenuView } from "./see-brand-menu";

/** A new category, after the others. @throws Refusal `auth.not_allowed`, `brand.not_found` */
export const addCategory = (
  deps: Deps,
  person: Person,
  { id: brandId, name }: CategoryDraft & { id: Id },
): Promise<BrandMenuView> =>
  withActor(deps, person, async (work) => {
    const brand = await brandOf(work, person, brandId);
    const { organisationId } = person;
    const row = { organisationId, id: deps.newId(), brandId, name, position: await afterLast(work, brandId) };
    await work.tx.insert(categories).values(row);
    return saved(work, deps, brand, { action: "category.add", subjectId: row.id, after: { name } });
  });

/** @throws Refusal `auth.not_allowed`, `category.not_found` */
export const renameCategory = (
  deps: Deps,
  person: Person,
  { id, name }: CategoryDraft & { id: Id },
): Promise<BrandMenuView> =>
  withActor(deps, person, async (work) => {
    const { category, brand } = await holdCategory(work, person, id);
    await work.tx.update(categories).set({ name }).where(here(person.organisationId, id));
    const change = { before: { name: category.name }, after: { name } };
    return saved(work, deps, brand, { action: "category.rename", subjectId: id, ...change });
  });

/**
 * Takes a category off the menu, when nothing is left in it.
 * @throws Refusal `auth.not_allowed`, `category.not_found`, `category.not_empty`
 */
export const archiveCategory = (deps: Deps, person: Person, id: Id): Promise<BrandMenuView> =>
  withActor(deps, person, async (work) => {
    const { category, brand } = await holdCategory(work, person, id);
    const { organisationId } = person;
    const inside = and(eq(items.organisationId, organisationId), eq(items.categoryId, id), isNull(items.archivedAt));
    const left = await work.tx.$count(items, inside);
    if (left > 0) throw new Refusal("category.not_empty", { items: left });
    await work.tx.update(categories).set({ archivedAt: work.at }).where(here(organisationId, id));
    return saved(work, deps, brand, { action: "category.archive", subjectId: id, before: { name: category.name } });
  });

/**
 * The categories in a new order; those that are not named follow as they were.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`
 */
export const orderCategories = (
  deps: Deps,
  person: Person,
  { id: brandId, categoryIds }: { id: Id; categoryIds: readonly Id[] },
): Promise<BrandMenuView> =>
  withActor(deps, person, async (work) => {
    const brand = await brandOf(work, person, brandId);
    const before = (await brandMenuView(work, brand)).categories.map(({ id }) => id);
    const after = [...new Set([...categoryIds.filter((id) => before.includes(id)), ...before])];
    for (const [position, id] of after.entries())
      await work.tx.update(categories).set({ position }).where(here(person.organisationId, id));
    const change = { before: { order: before }, after: { order: after } };
    return saved(work, deps, brand, { action: "category.reorder", subjectId: brandId, ...change });
  });

type Done = { action: string; subjectId: Id; before?: Record<string, unknown>; after?: Record<string, unknown> };

async function saved(work: Work, deps: Deps, brand: Brand, entry: Done): Promise<BrandMenuView> {
  await audit(work, deps, { subjectKind: entry.subjectId === brand.id ? "brand" : "category", ...entry });
  announceMenu(work, deps, branchIdsOf(brand));
  return brandMenuView(work, brand);
}

/** Held until the end, so that nothing is put into a category that is just taken away. */
export async function holdCategory(work: Work, person: Person, id: Id) {
  const [category] = await work.tx
    .select()
    .from(categories)
    .where(and(here(person.organisationId, id), isNull(categories.archivedAt)))
    .for("no key update");
  if (!category) throw new Refusal("category.not_found");
  return { category, brand: await brandOf(work, person, category.brandId) };
}

const here = (organisationId: Id, id: Id) => and(eq(categories.organisationId, organisationId), eq(categories.id, id));

async function afterLast({ tx, actor }: Work, brandId: Id): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${categories.position}) + 1, 0)::int` })
    .from(categories)
    .where(and(eq(categories.organisationId, actor.organisationId), eq(categories.brandId, brandId)));
  return row?.next ?? 0;
}
