import { sql } from "drizzle-orm";
import { isOnEarth } from "#api/domain/dispatch/clean-snapshot";
import type { Snapshot } from "#api/domain/dispatch/dispatch-policy";
import { HANDLING } from "#api/domain/dispatch/handling";
import type { ForecastFacts } from "#api/domain/forecast/forecast-facts";
import { toForecast } from "#api/domain/forecast/to-forecast";
import { positionsOf } from "#api/modules/couriers/live-positions";
import { type RegionForecast, readForecast } from "#api/modules/forecast/read-forecast";
import { roundRoads } from "#api/modules/forecast/round-roads";
import type { Deps } from "#api/platform/deps";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import { type Only, type SnapshotRows, snapshotRows } from "./snapshot.queries";
import { lastSeen, newest, type ReadyOf, type Seen, toBranchView, toCourierViews, toDeliveryView } from "./to-views";

/** Elementary steps of a search, as in bench:city: a tenth of a second for a city of two thousand couriers. */
const BUDGET_STEPS = 100_000;

/** Fleets up to this size are decided on whenever something happens; larger ones in rounds, which see more at once. */
export const SMALL_FLEET = 40;
const SMALL_ROUND_MS: Milliseconds = 5_000;
export const LARGE_ROUND_MS: Milliseconds = 15_000;

/** A snapshot, with the version of each delivery that its decisions hold for. */
export type ReadSnapshot = {
  snapshot: Snapshot;
  /** A decision about a delivery that has moved on changes nothing. */
  versions: ReadonlyMap<Id, number>;
  /** What the snapshot's forecast is made of: recorded with the round, so that it can be decided again. */
  facts: ForecastFacts;
};

/**
 * All that a round of one organisation in one region knows, read in one pass over Postgres and one over Redis.
 * @param which `all`: with what waits for a later day, which no round decides on yet
 * @param only the few that a follow-up round is about
 */
export async function readSnapshot(
  deps: Deps,
  { organisationId, regionId }: { organisationId: Id; regionId: Id },
  which: "due" | "all" = "due",
  only?: Only,
): Promise<ReadSnapshot> {
  const at = deps.clock.now();
  const rows = await deps.db.transaction(
    async (tx) => {
      const scoped = tx.execute(sql`select set_config('peyk.organisation_id', ${organisationId}, true)`).then(() => {});
      const where = { organisationId, regionId, at, which, only };
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
  const readyOf: ReadyOf = (branchId, at) => rows.learnt.ready(kitchens.get(branchId)!, { ...at, nowMs });
  const facts = factsOf(deps, rows, live, nowMs);
  const forecast = toForecast(facts);
  const snapshot: Snapshot = {
    nowMs,
    nextRoundMs: nowMs + (only || rows.online.length > SMALL_FLEET ? LARGE_ROUND_MS : SMALL_ROUND_MS),
    seed: nowMs % 2_147_483_647,
    couriers: toCourierViews(rows, live, { nowMs, handling: HANDLING, forecast }),
    deliveries: rows.searching.map((row) => toDeliveryView(row, rows.bans, readyOf)),
    liveOffers: rows.asked.map(({ expiresAt, ...offer }) => ({ ...offer, expiresAtMs: expiresAt.getTime() })),
    branches: rows.shops.map((branch) => toBranchView(branch, rows)),
    handling: HANDLING,
    forecast,
    budgetSteps: BUDGET_STEPS,
  };
  const versions = new Map(rows.searching.map(({ delivery }) => [delivery.id, delivery.version]));
  return { snapshot, versions, facts };
}

/** What was learnt, and what a router knows, of everywhere that this round can send somebody. */
function factsOf(
  deps: Deps,
  rows: SnapshotRows & { learnt: RegionForecast },
  live: ReadonlyMap<Id, Seen>,
  nowMs: Milliseconds,
): ForecastFacts {
  const couriers = rows.online.flatMap((courier) => newest(live.get(courier.id), lastSeen(courier))?.point ?? []);
  const doors = rows.searching.flatMap(({ delivery: { pickupLat, pickupLng, dropoffLat, dropoffLng } }): Point[] => [
    { lat: pickupLat, lng: pickupLng },
    { lat: dropoffLat, lng: dropoffLng },
  ]);
  const ahead = rows.stops.map(({ lat, lng }) => ({ lat, lng }));
  const to = [...doors, ...ahead].filter(isOnEarth);
  const from = [...couriers, ...to].filter(isOnEarth);
  // Plans of bundles are compared as if by motorcycle.
  const vehicles = [...new Set([...rows.online.map(({ vehicle }) => vehicle), "motorcycle" as const])].sort();
  const roads = roundRoads(deps, { from, to, vehicles });
  const places = [...from, ...rows.shops.map(({ lat, lng }) => ({ lat, lng }))];
  return rows.learnt.facts(roads, { nowMs, places, vehicles, courierIds: rows.online.map(({ id }) => id) });
}
