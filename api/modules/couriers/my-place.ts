import type { CourierView } from "#api/domain/dispatch/courier-view";
import { activeOrders } from "#api/domain/dispatch/courier-view";
import type { Snapshot } from "#api/domain/dispatch/dispatch-policy";
import { readSnapshot } from "#api/modules/dispatch/read-snapshot";
import { recentStandings } from "#api/modules/dispatch/standing";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { CourierPlace, PlaceObstacle } from "#shared/contracts/courier";
import { POSITION_STALE_MS } from "#shared/courier/position-age";
import { mustBeCourier } from "./courier-person";
import { type CourierRow, lockCourier } from "./lock-courier";

/**
 * Where a courier stands among those who are free, what keeps the house from asking him, and what the last rounds
 * thought of him. @throws Refusal `courier.not_found`, `auth.not_allowed`
 */
export async function myPlace(deps: Deps, actor: Person): Promise<CourierPlace> {
  const courierId = mustBeCourier(actor, "shift.work");
  const { courier, recent } = await withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, courierId);
    return { courier, recent: await recentStandings(work, courier.regionId, courierId) };
  });
  const { snapshot } = await readSnapshot(deps, courier);
  const me = snapshot.couriers.find(({ id }) => id === courierId);
  const free = snapshot.couriers.filter(({ freeSinceMs }) => freeSinceMs !== null);
  const since = me?.freeSinceMs ?? null;
  return {
    obstacles: [...obstaclesOf(courier), ...(me ? obstaclesNow(me, snapshot) : [])],
    waitedLonger: since === null ? free.length : free.filter(({ freeSinceMs }) => freeSinceMs! < since).length,
    free: free.length,
    freeSince: since === null ? null : new Date(since).toISOString(),
    waitingOrders: snapshot.deliveries.length,
    recent,
  };
}

/** What his row says. */
function obstaclesOf({ status, state }: CourierRow): PlaceObstacle[] {
  if (status !== "active") return ["not_approved"];
  if (state === "offline") return ["offline"];
  return state === "on_break" ? ["on_break"] : [];
}

/** What the moment says. */
function obstaclesNow(me: CourierView, { liveOffers }: Snapshot): PlaceObstacle[] {
  const checks: [PlaceObstacle, boolean][] = [
    ["no_position", me.position === null],
    ["position_old", me.position !== null && me.positionAgeSeconds * 1_000 > POSITION_STALE_MS],
    ["full", activeOrders(me) >= me.capacityOrders],
    ["cash_limit", me.cashLimitMinor !== null && me.cashInHandMinor >= me.cashLimitMinor],
    ["offer_open", liveOffers.some(({ courierId, mode }) => courierId === me.id && mode === "exclusive")],
  ];
  return checks.filter(([, holds]) => holds).map(([obstacle]) => obstacle);
}
