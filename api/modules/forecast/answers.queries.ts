import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "#api/platform/database";
import { offers, regions, trips } from "#drizzle/schema/index";
import type { Cursor } from "./cursor";
import type { Region } from "./region";

/** Exclusive offers of a region that were answered, or ran out, after the cursor. A wave's losers said nothing. */
export const answersAfter = (
  tx: Tx,
  { organisationId, regionId }: Region,
  { untilAt, untilId }: Cursor,
  { until, limit }: { until: Date; limit: number },
) =>
  tx
    .select({
      id: offers.id,
      courierId: offers.courierId,
      pickupMetres: offers.pickupMetres,
      payMinor: offers.payMinor,
      status: offers.status,
      offeredAt: offers.offeredAt,
      decidedAt: offers.decidedAt,
      timezone: regions.timezone,
    })
    .from(offers)
    .innerJoin(trips, and(eq(trips.organisationId, offers.organisationId), eq(trips.id, offers.tripId)))
    .innerJoin(regions, eq(regions.id, trips.regionId))
    .where(
      and(
        eq(offers.organisationId, organisationId),
        eq(trips.regionId, regionId),
        eq(offers.mode, "exclusive"),
        inArray(offers.status, ["accepted", "declined", "expired"]),
        sql`(${offers.decidedAt}, ${offers.id}) > (${untilAt.toISOString()}::timestamptz, ${untilId}::uuid)`,
        lte(offers.decidedAt, until),
      ),
    )
    .orderBy(asc(offers.decidedAt), asc(offers.id))
    .limit(limit);
