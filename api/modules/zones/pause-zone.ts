import { and, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { zones } from "#drizzle/schema/index";
import type { ZonePause } from "#shared/contracts/branch";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

const MINUTE_MS = 60_000;

/**
 * Brings nothing to an area for a while; 0 minutes opens it again.
 * @throws Refusal `auth.not_allowed`, `zone.not_found`
 */
export const pauseZone = (
  deps: Deps,
  person: Person,
  { id, minutes }: { id: Id; minutes: number },
): Promise<ZonePause> =>
  withActor(deps, person, async (work) => {
    const { tx, at } = work;
    mustMay(person, "branch.pause");
    const mine = and(eq(zones.organisationId, person.organisationId), eq(zones.id, id));
    const [zone] = await tx
      .select({ branchId: zones.branchId, pausedUntil: zones.pausedUntil })
      .from(zones)
      .where(mine)
      .for("no key update");
    if (!zone || !mayAt(person, "branch.pause", zone.branchId)) throw new Refusal("zone.not_found");
    const pausedUntil = minutes > 0 ? new Date(at.getTime() + minutes * MINUTE_MS) : null;
    await tx.update(zones).set({ pausedUntil, updatedAt: at }).where(mine);
    await audit(work, deps, {
      action: "zone.pause",
      subjectKind: "zone",
      subjectId: id,
      before: { pausedUntil: zone.pausedUntil },
      after: { pausedUntil },
    });
    work.emit({ kind: "branch.changed", body: { branchId: zone.branchId, zoneId: id } });
    return { id, branchId: zone.branchId, pausedUntil: pausedUntil?.toISOString() ?? null };
  });
