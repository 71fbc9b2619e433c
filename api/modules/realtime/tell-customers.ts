import { and, eq, inArray } from "drizzle-orm";
import { hasRole, systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { PublishedMoves } from "#api/platform/move-feed";
import { withActor } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import type { CourierMove } from "#shared/contracts/realtime";
import { ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import type { Connection } from "./connection";
import type { Hub } from "./hub";

const ORDER = "order:";

/**
 * Tells customers who listen to their order where it is, while a courier has it on board, as `followOrder` answers when
 * it is asked. Postgres says each time who carries what: after the hand-over nobody hears where the courier goes next.
 * While it is asked, the newest moves of all that come gather for the next time.
 */
export function customersTeller(deps: Deps, hub: Hub): (published: PublishedMoves) => void {
  const waiting = new Map<Id, Map<Id, CourierMove>>();
  let isTelling = false;
  const tellAll = async () => {
    for (const [organisationId, moves] of waiting) {
      waiting.delete(organisationId);
      await tellCustomers(deps, hub, organisationId, moves);
    }
  };
  const wake = async () => {
    if (isTelling) return;
    isTelling = true;
    try {
      while (waiting.size > 0) await tellAll();
    } catch (error) {
      deps.log.warn({ err: error }, "customers were not told where their orders are; the next positions are under way");
    } finally {
      isTelling = false;
    }
  };
  return ({ organisationId, moves }) => {
    if (followersOf(hub, organisationId).size === 0) return;
    const newest = waiting.get(organisationId) ?? new Map<Id, CourierMove>();
    for (const move of moves) newest.set(move[0], move);
    waiting.set(organisationId, newest);
    void wake();
  };
}

async function tellCustomers(deps: Deps, hub: Hub, organisationId: Id, moves: ReadonlyMap<Id, CourierMove>) {
  const orderIds = [...followersOf(hub, organisationId).keys()];
  if (orderIds.length === 0) return;
  const carried = await withActor(deps, systemActor(organisationId), ({ tx }) =>
    tx
      .select({ orderId: deliveries.orderId, courierId: deliveries.courierId, accountId: orders.accountId })
      .from(deliveries)
      .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
      .where(
        and(
          eq(deliveries.organisationId, organisationId),
          inArray(deliveries.orderId, orderIds),
          inArray(deliveries.courierId, [...moves.keys()]),
          inArray(deliveries.status, [...ON_BOARD_DELIVERY_STATUSES]),
        ),
      ),
  );
  const followers = followersOf(hub, organisationId); // some may have gone meanwhile
  const realNowMs = deps.clock.realNow().getTime();
  for (const { orderId, courierId, accountId } of carried)
    for (const connection of followers.get(orderId) ?? []) {
      const { listener } = connection;
      const move = courierId && moves.get(courierId);
      if (!move || listener?.person.accountId !== accountId) continue;
      if (listener.expiresAtMs <= realNowMs) connection.close("signedOut");
      else connection.send({ is: "order_position", orderId, position: placeOf(move) });
    }
}

const placeOf = ([, lat, lng, atMs]: CourierMove) => ({ lat, lng, at: new Date(atMs).toISOString() });

/** The customers of this process who listen to an order, by the order. */
function followersOf({ connections }: Hub, organisationId: Id): Map<Id, Connection[]> {
  const followers = new Map<Id, Connection[]>();
  for (const connection of connections) {
    const person = connection.listener?.person;
    if (person?.organisationId !== organisationId || !hasRole(person, "customer")) continue;
    for (const topic of connection.topics) {
      if (!topic.startsWith(ORDER)) continue;
      const orderId = topic.slice(ORDER.length);
      followers.set(orderId, [...(followers.get(orderId) ?? []), connection]);
    }
  }
  return followers;
}
