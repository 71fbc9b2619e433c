import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { modifierGroups, modifiers } from "#drizzle/schema/index";
import type { ModifierGroupDraft } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** Ids of the item's groups and of the modifiers in them: an editor may name no others. */
type Known = ReadonlySet<Id>;

/**
 * Makes the groups of an item what the draft says, in its order; what it does not name is archived.
 * @throws Refusal `modifier.not_found` for an id that is another item's
 */
export async function saveModifiers(work: Work, deps: Deps, itemId: Id, groups: readonly ModifierGroupDraft[]) {
  const known = await knownIds(work, itemId);
  const kept: Id[] = [];
  for (const [position, group] of groups.entries())
    kept.push(await saveGroup(work, deps, known, { ...group, itemId, position }));
  const gone = and(
    eq(modifierGroups.organisationId, work.actor.organisationId),
    eq(modifierGroups.itemId, itemId),
    isNull(modifierGroups.archivedAt),
    kept.length > 0 ? notInArray(modifierGroups.id, kept) : undefined,
  );
  await work.tx.update(modifierGroups).set({ archivedAt: work.at }).where(gone);
}

async function knownIds({ tx, actor }: Work, itemId: Id): Promise<Known> {
  const rows = await tx
    .select({ groupId: modifierGroups.id, modifierId: modifiers.id })
    .from(modifierGroups)
    .leftJoin(
      modifiers,
      and(eq(modifiers.organisationId, modifierGroups.organisationId), eq(modifiers.groupId, modifierGroups.id)),
    )
    .where(and(eq(modifierGroups.organisationId, actor.organisationId), eq(modifierGroups.itemId, itemId)));
  return new Set(rows.flatMap(({ groupId, modifierId }) => (modifierId ? [groupId, modifierId] : [groupId])));
}

const idOf = (draftId: Id | null, known: Known, { newId }: Deps): Id => {
  if (draftId === null) return newId();
  if (!known.has(draftId)) throw new Refusal("modifier.not_found");
  return draftId;
};

type PlacedGroup = ModifierGroupDraft & { itemId: Id; position: number };

async function saveGroup(work: Work, deps: Deps, known: Known, group: PlacedGroup): Promise<Id> {
  const { organisationId } = work.actor;
  const id = idOf(group.id, known, deps);
  const { name, minChoices, maxChoices, position, itemId } = group;
  const values = { name, minChoices, maxChoices, position, archivedAt: null };
  await work.tx
    .insert(modifierGroups)
    .values({ organisationId, id, itemId, ...values })
    .onConflictDoUpdate({ target: [modifierGroups.organisationId, modifierGroups.id], set: values });
  const kept: Id[] = [];
  for (const [at, modifier] of group.modifiers.entries()) {
    const modifierId = idOf(modifier.id, known, deps);
    kept.push(modifierId);
    const { priceDeltaMinor, available } = modifier;
    const row = { name: modifier.name, priceDeltaMinor, available, position: at, archivedAt: null };
    await work.tx
      .insert(modifiers)
      .values({ organisationId, id: modifierId, groupId: id, ...row })
      .onConflictDoUpdate({ target: [modifiers.organisationId, modifiers.id], set: { ...row, groupId: id } });
  }
  await work.tx
    .update(modifiers)
    .set({ archivedAt: work.at })
    .where(
      and(
        eq(modifiers.organisationId, organisationId),
        eq(modifiers.groupId, id),
        isNull(modifiers.archivedAt),
        notInArray(modifiers.id, kept),
      ),
    );
  return id;
}
