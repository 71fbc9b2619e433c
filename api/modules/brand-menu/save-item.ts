import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { changedFields } from "#api/modules/audit/changed-fields";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { items, media } from "#drizzle/schema/index";
import type { ItemChange, ItemDraft, ItemView } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { announceMenu, type Brand, branchIdsOf, brandOf } from "./brand-of";
import { holdCategory } from "./edit-categories";
import { itemView } from "./item-view";
import { saveModifiers } from "./save-modifiers";

/** @throws Refusal `auth.not_allowed`, `item.not_found` */
export const seeItem = (deps: Deps, person: Person, id: Id): Promise<ItemView> =>
  withActor(deps, person, async (work) => {
    const view = await itemView(work, id);
    await brandOf(work, person, view.brandId);
    return view;
  });

/** A new item at the end of its category. @throws Refusal `auth.not_allowed`, `category.not_found`, `media.not_found` */
export const addItem = (deps: Deps, person: Person, draft: ItemDraft): Promise<ItemView> =>
  withActor(deps, person, async (work) => {
    const { brand } = await holdCategory(work, person, draft.categoryId);
    await mustBeItemPhoto(work, draft.photoMediaId);
    const { modifierGroups, ...fields } = draft;
    const id = deps.newId();
    const position = await afterLast(work, draft.categoryId);
    const { organisationId } = person;
    await work.tx
      .insert(items)
      .values({ organisationId, id, brandId: brand.id, ...fields, position, updatedAt: work.at });
    await saveModifiers(work, deps, id, modifierGroups);
    await audit(work, deps, { action: "item.add", subjectKind: "item", subjectId: id, after: draft });
    announceMenu(work, deps, branchIdsOf(brand), id);
    return itemView(work, id);
  });

/**
 * Saves what an editor made of an item. The next quote is of the new price; orders that were placed keep the old one.
 * @throws Refusal `auth.not_allowed`, `item.not_found`, `category.not_found`, `media.not_found`, `request.outdated`
 */
export const changeItem = (deps: Deps, person: Person, { id, ...change }: ItemChange & { id: Id }): Promise<ItemView> =>
  withActor(deps, person, async (work) => {
    const { before, brand } = await holdItem(work, person, id);
    if (before.updatedAt !== new Date(change.updatedAt).toISOString()) throw new Refusal("request.outdated");
    const { modifierGroups, updatedAt: _, ...fields } = change;
    if (fields.categoryId !== before.categoryId) await mustBeHere(work, person, fields.categoryId, brand);
    if (fields.photoMediaId !== before.photoMediaId) await mustBeItemPhoto(work, fields.photoMediaId);
    await work.tx
      .update(items)
      .set({ ...fields, updatedAt: laterThan(before.updatedAt, work.at) })
      .where(here(work, id));
    await saveModifiers(work, deps, id, modifierGroups);
    const after = await itemView(work, id);
    const { updatedAt: _before, at: _at, ...was } = before;
    const { updatedAt: _after, at: _now, ...is } = after;
    const changed = changedFields(was, is);
    await audit(work, deps, { action: "item.edit", subjectKind: "item", subjectId: id, ...changed });
    announceMenu(work, deps, branchIdsOf(brand), id);
    return after;
  });

/** Takes an item off the menu of all branches. Orders keep it. @throws Refusal `auth.not_allowed`, `item.not_found` */
export const archiveItem = (deps: Deps, person: Person, id: Id): Promise<{ id: Id }> =>
  withActor(deps, person, async (work) => {
    const { before, brand } = await holdItem(work, person, id);
    await work.tx.update(items).set({ archivedAt: work.at }).where(here(work, id));
    const { name, priceMinor } = before;
    await audit(work, deps, {
      action: "item.archive",
      subjectKind: "item",
      subjectId: id,
      before: { name, priceMinor },
    });
    announceMenu(work, deps, branchIdsOf(brand), id);
    return { id };
  });

const here = ({ actor }: Work, id: Id) => and(eq(items.organisationId, actor.organisationId), eq(items.id, id));

/** Race: two editors at once. The row lock lets one pass; the other then finds another `updatedAt` than it read. */
async function holdItem(work: Work, person: Person, id: Id) {
  await work.tx.select({ id: items.id }).from(items).where(here(work, id)).for("no key update");
  const before = await itemView(work, id);
  return { before, brand: await brandOf(work, person, before.brandId) };
}

/** Two changes of one moment must not look like none. */
const laterThan = (before: string, at: Date): Date => new Date(Math.max(at.getTime(), Date.parse(before) + 1));

async function mustBeHere(work: Work, person: Person, categoryId: Id, brand: Brand): Promise<void> {
  const { category } = await holdCategory(work, person, categoryId);
  if (category.brandId !== brand.id) throw new Refusal("category.not_found");
}

/** @throws Refusal `media.not_found` unless it is a confirmed photo of a dish */
async function mustBeItemPhoto({ tx, actor }: Work, mediaId: Id | null): Promise<void> {
  if (mediaId === null) return;
  const photo = and(
    eq(media.organisationId, actor.organisationId),
    eq(media.id, mediaId),
    eq(media.purpose, "item"),
    isNotNull(media.uploadedAt),
    isNull(media.erasedAt),
  );
  if ((await tx.$count(media, photo)) === 0) throw new Refusal("media.not_found");
}

async function afterLast({ tx, actor }: Work, categoryId: Id): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${items.position}) + 1, 0)::int` })
    .from(items)
    .where(and(eq(items.organisationId, actor.organisationId), eq(items.categoryId, categoryId)));
  return row?.next ?? 0;
}
