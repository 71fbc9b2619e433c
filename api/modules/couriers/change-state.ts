import { and, eq } from "drizzle-orm";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { searchNow } from "#api/modules/dispatch/search-now";
import { withdrawOffersTo } from "#api/modules/offers/withdraw-offers-to";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { CourierView } from "#shared/contracts/courier";
import type { CourierState } from "#shared/courier/courier-state";
import { POSITION_NAG_MS } from "#shared/courier/position-age";
import { Refusal } from "#shared/kernel/refusal";
import { forgetOwner } from "./courier-directory";
import { mustBeCourier } from "./courier-person";
import { courierView } from "./couriers.queries";
import { isCarrying } from "./is-carrying";
import { dropPosition } from "./live-positions";
import { type CourierRow, lockCourier } from "./lock-courier";
import { beginBreak, endBreak, endShift, openShift } from "./work-shift";

type Change = (work: Work, courier: CourierRow) => Promise<void>;

/** Being so already is no change, and answers the same. */
const changeState = (deps: Deps, actor: Person, state: CourierState, change: Change): Promise<CourierView> => {
  const courierId = mustBeCourier(actor, "shift.work");
  return withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, courierId);
    if (courier.status !== "active") throw new Refusal("courier.not_approved");
    if (courier.state !== state) {
      await change(work, courier);
      await save(work, courier, state);
    }
    work.afterCommit(() => forgetOwner(deps, courierId));
    return courierView(work, courierId);
  });
};

/** He is watched while dispatch counts on him: at work always, on a break while he carries something. */
async function save(work: Work, courier: CourierRow, state: CourierState): Promise<void> {
  const { organisationId, id } = courier;
  const watched = state === "online" || (await isCarrying(work, courier));
  const staleAt = watched ? new Date(work.at.getTime() + POSITION_NAG_MS) : null;
  await work.tx
    .update(couriers)
    .set({ state, stateAt: work.at, staleAt, naggedAt: null })
    .where(and(eq(couriers.organisationId, organisationId), eq(couriers.id, id)));
  if (staleAt) work.wake({ kind: "courier-silence", subjectId: id, at: staleAt });
  work.emit({ kind: "courier.changed", body: { courierId: id, state } });
}

/**
 * Begins, or goes on after a break. Whatever waits for a courier considers this one at once.
 * @throws Refusal `courier.not_approved`, `courier.not_found`, `auth.not_allowed`
 */
export const goOnline = (deps: Deps, actor: Person): Promise<CourierView> =>
  changeState(deps, actor, "online", async (work, courier) => {
    if (courier.state === "on_break") await endBreak(work, courier.id);
    await openShift(work, deps, courier.id);
    searchNow(work, courier.regionId);
  });

/** Nothing new for a while; what is under way goes on. @throws Refusal `courier.not_online` and as `goOnline` */
export const takeBreak = (deps: Deps, actor: Person): Promise<CourierView> =>
  changeState(deps, actor, "on_break", async (work, courier) => {
    if (courier.state !== "online") throw new Refusal("courier.not_online");
    await beginBreak(work, courier.id);
    await withdrawOffersTo(work, deps, courier.id);
  });

/** Home. Not with somebody's dinner on the back seat. @throws Refusal `courier.busy` and as `goOnline` */
export const goOffline = (deps: Deps, actor: Person): Promise<CourierView> =>
  changeState(deps, actor, "offline", async (work, courier) => {
    if (await isCarrying(work, courier)) throw new Refusal("courier.busy");
    await withdrawOffersTo(work, deps, courier.id);
    await endShift(work, courier.id);
    await settleAlerts(work, deps, courier.id, ["courier_silent"]);
    work.afterCommit(() => dropPosition(deps, courier.regionId, courier.id));
  });
