import { sql } from "drizzle-orm";
import type { Forecast, Handling, Snapshot } from "#api/domain/dispatch/dispatch-policy";
import { positionsOf } from "#api/modules/couriers/live-positions";
import { readForecast } from "#api/modules/forecast/read-forecast";
import type { Deps } from "#api/platform/deps";
import { distanceMetres } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import { travelSeconds } from "#shared/kernel/vehicle";
import { snapshotRows } from "./snapshot.queries";
import { type ReadyOf, toBranchView, toCourierViews, toDeliveryView } from "./to-views";

/** Seconds on foot at the doors, until they are learnt. */
export const HANDLING: Handling = {
  beforePickupSeconds: 60,
  afterPickupSeconds: 30,
  beforeDropoffSeconds: 90,
  afterDropoffSeconds: 30,
};

/** What is predicted where nothing has been learnt yet: the usual speed of a vehicle, and a courier's own habit. */
export const FORECAST: Forecast = {
  travelSeconds: (from, to, vehicle) => travelSeconds(distanceMetres(from, to), vehicle),
  acceptProbability: (courier) => courier.acceptanceRate,
};

/** Elementary steps of a search; some tens of milliseconds. */
const BUDGET_STEPS = 200_000;

/** Fleets up to this size are decided on whenever something happens; larger ones in rounds, which see more at once. */
export const SMALL_FLEET = 40;
const SMALL_ROUND_MS: Milliseconds = 5_000;
export const LARGE_ROUND_MS: Milliseconds = 20_000;

/** A snapshot, with the version of each delivery that its decisions hold for. */
export type ReadSnapshot = {
  snapshot: Snapshot;
  /** A decision about a delivery that has moved on changes nothing. */
  versions: ReadonlyMap<Id, number>;
};

/** All that a round of one organisation in one region knows, read in one pass over Postgres and one over Redis. */
export async function readSnapshot(
  deps: Deps,
  { organisationId, regionId }: { organisationId: Id; regionId: Id },
): Promise<ReadSnapshot> {
  const at = deps.clock.now();
  const rows = await deps.db.transaction(
    async (tx) => {
      const scoped = tx.execute(sql`select set_config('peyk.organisation_id', ${organisationId}, true)`).then(() => {});
      const where = { organisationId, regionId, at };
      const [read, learnt] = await Promise.all([snapshotRows(tx, where), readForecast(deps, tx, where), scoped]);
      return { ...read, learnt };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const seen = await positionsOf(
    deps,
    regionId,
    rows.online.map(({ id }) => id),
  );
  const live = new Map(seen.map(({ courierId, point, atMs }) => [courierId, { point, atMs }]));
  const nowMs = at.getTime();
  const kitchens = new Map(rows.shops.map((branch) => [branch.id, branch]));
  const readyOf: ReadyOf = (branchId, expectedMs) => rows.learnt.ready(kitchens.get(branchId)!, { expectedMs, nowMs });
  const snapshot: Snapshot = {
    nowMs,
    nextRoundMs: nowMs + (rows.online.length > SMALL_FLEET ? LARGE_ROUND_MS : SMALL_ROUND_MS),
    seed: nowMs % 2_147_483_647,
    couriers: toCourierViews(rows, live, { nowMs, handling: HANDLING, forecast: FORECAST }),
    deliveries: rows.searching.map((row) => toDeliveryView(row, rows.bans, readyOf)),
    liveOffers: rows.asked.map(({ expiresAt, ...offer }) => ({ ...offer, expiresAtMs: expiresAt.getTime() })),
    branches: rows.shops.map((branch) => toBranchView(branch, rows)),
    handling: HANDLING,
    forecast: FORECAST,
    budgetSteps: BUDGET_STEPS,
  };
  return { snapshot, versions: new Map(rows.searching.map(({ delivery }) => [delivery.id, delivery.version])) };
}
