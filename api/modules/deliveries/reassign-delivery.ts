import { listCouriers } from "#api/modules/couriers/see-couriers";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import type { CourierView } from "#shared/contracts/courier";
import type { DeliveryView } from "#shared/contracts/delivery";
import { POSITION_STALE_MS } from "#shared/courier/position-age";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { assignDelivery } from "./assign-delivery";
import { seeDelivery } from "./see-delivery";

/** What stands in one courier's way and not in another's. */
const NOT_THIS_ONE = ["courier.not_online", "courier.not_approved", "courier.full", "courier.cash_limit"];

/**
 * Takes a delivery from a courier who does not answer and gives it to the one who can have it soonest: with the fewest
 * orders, then nearest to where the goods are believed to be. One tap; a second one, or one that comes when somebody
 * else has it by then, changes nothing.
 * @throws Refusal `courier.none_free`, and as `assignDelivery`
 */
export async function reassignDelivery(
  deps: Deps,
  actor: Person,
  { id, fromCourierId }: { id: Id; fromCourierId: Id },
): Promise<DeliveryView> {
  mustMay(actor, "dispatch.steer");
  const delivery = await seeDelivery(deps, actor, { id });
  if (delivery.courier?.id !== fromCourierId) return delivery;
  const { couriers } = await listCouriers(deps, actor);
  const goods = couriers.find((each) => each.id === fromCourierId)?.position ?? delivery.pickup;
  for (const courier of soonest(couriers, goods, fromCourierId, deps.clock.now()))
    try {
      return await assignDelivery(deps, actor, { id, courierId: courier.id, insteadOf: fromCourierId });
    } catch (error) {
      if (error instanceof Refusal && error.code === "delivery.already_taken") return seeDelivery(deps, actor, { id });
      if (!(error instanceof Refusal) || !NOT_THIS_ONE.includes(error.code)) throw error;
    }
  throw new Refusal("courier.none_free");
}

function soonest(couriers: readonly CourierView[], goods: Point, fromCourierId: Id, at: Date): CourierView[] {
  const awayMetres = ({ position }: CourierView) => (position ? distanceMetres(position, goods) : Number.MAX_VALUE);
  return couriers
    .filter(({ id, state, position }) => id !== fromCourierId && state === "online" && isFresh(position, at))
    .sort((a, b) => a.activeOrders - b.activeOrders || awayMetres(a) - awayMetres(b));
}

const isFresh = (position: CourierView["position"], at: Date): boolean =>
  position !== null && at.getTime() - Date.parse(position.at) < POSITION_STALE_MS;
