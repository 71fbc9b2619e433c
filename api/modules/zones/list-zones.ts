import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, zones } from "#drizzle/schema/index";
import type { ZoneView } from "#shared/contracts/zone";
import { FeeRule } from "#shared/contracts/zone";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** The zones of the branches that this person answers for, with their borders. @throws Refusal `auth.not_allowed` */
export const listZones = (
  deps: Deps,
  actor: Person,
  { branchId }: { branchId?: Id | undefined },
): Promise<{ zones: ZoneView[] }> => {
  mustMay(actor, "board.see");
  return withActor(deps, actor, async (work) => {
    const found = await zoneViews(work, branchId && eq(zones.branchId, branchId));
    return { zones: found.filter((zone) => mayAt(actor, "board.see", zone.branchId)) };
  });
};

/** @throws Refusal `zone.not_found` */
export async function zoneView(work: Work, id: Id): Promise<ZoneView> {
  const [zone] = await zoneViews(work, eq(zones.id, id));
  if (!zone) throw new Refusal("zone.not_found");
  return zone;
}

async function zoneViews({ tx, actor, at }: Work, which: SQL | "" | undefined): Promise<ZoneView[]> {
  const rows = await tx
    .select({ zone: zones, currency: branches.currency })
    .from(zones)
    .innerJoin(branches, and(eq(branches.organisationId, zones.organisationId), eq(branches.id, zones.branchId)))
    .where(
      and(
        eq(zones.organisationId, actor.organisationId),
        isNull(zones.archivedAt),
        isNull(branches.archivedAt),
        which || undefined,
      ),
    )
    .orderBy(asc(zones.name), asc(zones.id));
  return rows.map((row) => viewOf(row, at));
}

type Row = { zone: typeof zones.$inferSelect; currency: ZoneView["currency"] };

const viewOf = ({ zone, currency }: Row, at: Date): ZoneView => {
  const { id, branchId, name, polygon, minimumMinor, promisedMinutes, pausedUntil, version, updatedAt } = zone;
  return {
    id,
    branchId,
    name,
    polygon: { type: polygon.type, coordinates: polygon.coordinates },
    feeRule: FeeRule.parse(zone.feeRule),
    minimumMinor,
    promisedMinutes,
    currency,
    version,
    pausedUntil: pausedUntil && pausedUntil > at ? pausedUntil.toISOString() : null,
    updatedAt: updatedAt.toISOString(),
  };
};
