import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { changedFields } from "#api/modules/audit/changed-fields";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, zones } from "#drizzle/schema/index";
import type { NewZone, ZoneChange, ZoneView } from "#shared/contracts/zone";
import type { Polygon } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { crossesItself } from "#shared/kernel/simple-ring";
import { zoneView } from "./list-zones";

/**
 * From now on the branch brings it there, too; where zones overlap, the cheapest counts.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`, `zone.crosses_itself`
 */
export const drawZone = (deps: Deps, actor: Person, zone: NewZone): Promise<ZoneView> => {
  mustMay(actor, "zone.edit");
  if (!mayAt(actor, "zone.edit", zone.branchId)) throw new Refusal("branch.not_found");
  mustBePlain(zone.polygon);
  return withActor(deps, actor, async (work) => {
    await mustBeOpenBranch(work, zone.branchId);
    const id = deps.newId();
    const { organisationId } = actor;
    await work.tx.insert(zones).values({ ...zone, organisationId, id, version: 0, updatedAt: work.at });
    await audit(work, deps, { action: "zone.draw", subjectKind: "zone", subjectId: id, after: zone });
    tell(work, { id, branchId: zone.branchId });
    return zoneView(work, id);
  });
};

/**
 * Border, name, fee, minimum or promise. Orders that were placed keep what they were promised.
 * @throws Refusal `auth.not_allowed`, `zone.not_found`, `zone.crosses_itself`, `request.outdated` with the version of now
 */
export const changeZone = (
  deps: Deps,
  actor: Person,
  { id, version, ...change }: ZoneChange & { id: Id },
): Promise<ZoneView> => {
  mustMay(actor, "zone.edit");
  if (change.polygon) mustBePlain(change.polygon);
  return withActor(deps, actor, async (work) => {
    const before = await lockZone(work, actor, id);
    if (before.version !== version) throw new Refusal("request.outdated", { version: before.version });
    const changed = changedFields(before, change);
    if (Object.keys(changed.after).length === 0) return before;
    await work.tx
      .update(zones)
      .set({ ...change, version: version + 1, updatedAt: work.at })
      .where(and(eq(zones.organisationId, actor.organisationId), eq(zones.id, id)));
    await audit(work, deps, { action: "zone.edit", subjectKind: "zone", subjectId: id, ...changed });
    tell(work, before);
    return zoneView(work, id);
  });
};

/** Nothing is brought there any more, unless another zone covers it. @throws Refusal `auth.not_allowed`, `zone.not_found` */
export const archiveZone = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<{ id: Id }> => {
  mustMay(actor, "zone.edit");
  return withActor(deps, actor, async (work) => {
    const { name, polygon, feeRule, minimumMinor, promisedMinutes, branchId } = await lockZone(work, actor, id);
    await work.tx
      .update(zones)
      .set({ archivedAt: work.at, updatedAt: work.at })
      .where(and(eq(zones.organisationId, actor.organisationId), eq(zones.id, id)));
    const before = { name, polygon, feeRule, minimumMinor, promisedMinutes };
    await audit(work, deps, { action: "zone.archive", subjectKind: "zone", subjectId: id, before });
    tell(work, { id, branchId });
    return { id };
  });
};

/** Race: two managers at one zone. They come one after the other, and the second sees what the first has done. */
async function lockZone(work: Work, actor: Person, id: Id): Promise<ZoneView> {
  await work.tx
    .select({ id: zones.id })
    .from(zones)
    .where(and(eq(zones.organisationId, actor.organisationId), eq(zones.id, id)))
    .for("no key update");
  const zone = await zoneView(work, id);
  if (!mayAt(actor, "zone.edit", zone.branchId)) throw new Refusal("zone.not_found");
  return zone;
}

function mustBePlain({ coordinates }: Polygon): void {
  if (coordinates.some((ring) => crossesItself(ring))) throw new Refusal("zone.crosses_itself");
}

async function mustBeOpenBranch({ tx, actor }: Work, id: Id): Promise<void> {
  const mine = and(eq(branches.organisationId, actor.organisationId), eq(branches.id, id), isNull(branches.archivedAt));
  if ((await tx.$count(branches, mine)) === 0) throw new Refusal("branch.not_found");
}

const tell = (work: Work, { id, branchId }: { id: Id; branchId: Id }): void =>
  work.emit({ kind: "branch.changed", body: { branchId, zoneId: id } });
