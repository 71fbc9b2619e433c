import { and, eq, inArray } from "drizzle-orm";
import { bookOf, paymentStateOf } from "#api/domain/money/order-book";
import { movementsOfOrders } from "#api/modules/money/movements-of-order";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { orders } from "#drizzle/schema/index";
import type { OrderContact, OrderView } from "#shared/contracts/order";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Doer } from "#shared/kernel/role";
import { actionsFor } from "#shared/order/order-status";
import { type OrderParts, readOrderParts } from "./order-parts.queries";
import type { OrderRow } from "./order-row";
import { rolesToward } from "./roles-toward";
import { summaryOf } from "./summary-of";

/**
 * An order with all that belongs to it, as far as the asker may see it.
 * @throws Refusal `order.not_found`, for strangers as well
 */
export const seeOrder = (deps: Deps, actor: Actor, id: Id): Promise<OrderView> =>
  withActor(deps, actor, (work) => orderFor(work, id));

/** As `seeOrder`, in a transaction that is open already. */
export async function orderFor({ tx, actor }: Pick<Work, "tx" | "actor">, id: Id): Promise<OrderView> {
  const [order] = await ordersFor(tx, actor.organisationId, [{ actor, id }]);
  if (!order) throw new Refusal("order.not_found");
  return order;
}

/**
 * Orders of one organisation, each as its own asker may see it; in one go on the wire however many they are.
 * @returns in the order of `asked`; null: nothing for that asker's eyes
 */
export async function ordersFor(
  tx: Work["tx"],
  organisationId: Id,
  asked: readonly { actor: Actor; id: Id }[],
): Promise<(OrderView | null)[]> {
  const rows = await rowsOf(tx, organisationId, new Set(asked.map(({ id }) => id)));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const found = await Promise.all(
    asked.map(async ({ actor, id }) => {
      const order = rowOf.get(id);
      const held = order ? await rolesToward({ tx, actor }, order) : [];
      return order && held.length > 0 ? { order, held } : null;
    }),
  );
  const seen = [...new Set(found.flatMap((one) => one?.order ?? []))];
  if (seen.length === 0) return found.map(() => null);
  const [parts, movements] = await Promise.all([
    readOrderParts(tx, organisationId, seen),
    movementsOfOrders(
      tx,
      organisationId,
      seen.map(({ id }) => id),
    ),
  ]);
  return found.map((one) => {
    if (!one) return null;
    const { order, held } = one;
    const book = bookOf(movements.get(order.id) ?? []);
    const { refundableMinor } = book;
    return { ...viewOf(order, parts.get(order.id)!, held), payment: paymentStateOf(book), refundableMinor };
  });
}

const rowsOf = (tx: Work["tx"], organisationId: Id, ids: ReadonlySet<Id>): Promise<OrderRow[]> =>
  tx
    .select()
    .from(orders)
    .where(and(eq(orders.organisationId, organisationId), inArray(orders.id, [...ids])));

const viewOf = (
  order: OrderRow,
  parts: OrderParts,
  held: readonly Doer[],
): Omit<OrderView, "payment" | "refundableMinor"> => ({
  ...summaryOf(order),
  statusAt: order.statusAt.toISOString(),
  subtotalMinor: order.subtotalMinor,
  feeMinor: order.feeMinor,
  cashGivenMinor: order.cashGivenMinor,
  confirmedAt: order.confirmedAt?.toISOString() ?? null,
  readyAt: order.readyAt?.toISOString() ?? null,
  reason: order.reason,
  branch: branchOf(parts),
  contact: mayKnowDoor(parts, held) ? contactOf(parts) : null,
  lines: parts.lines.map(({ itemId, name, modifiers, unitMinor, quantity, totalMinor }) => ({
    itemId,
    name,
    modifiers,
    unitMinor,
    quantity,
    totalMinor,
  })),
  timeline: parts.history.map((entry) => ({
    action: entry.action,
    from: entry.fromStatus,
    to: entry.toStatus,
    doneBy: entry.doneBy,
    at: entry.at.toISOString(),
    reason: entry.reason,
    deliveryId: entry.deliveryId,
  })),
  delivery: deliveryOf(parts, held),
  actions: [...new Set(held.flatMap((doer) => actionsFor(order, doer)))],
});

const branchOf = ({ branch: { id, name, addressText, phone, lat, lng } }: OrderParts): OrderView["branch"] => ({
  id,
  name,
  addressText,
  phone,
  point: { lat, lng },
});

/** A courier knows name and door as long as they have the order, and no longer. */
const mayKnowDoor = ({ delivery }: OrderParts, held: readonly Doer[]): boolean =>
  held.some((role) => role !== "courier") ||
  (delivery !== null && CARRIED_DELIVERY_STATUSES.some((status) => status === delivery.delivery.status));

function contactOf({ contact }: OrderParts): OrderContact | null {
  if (!contact || contact.erasedAt) return null;
  const { name, phone, lat, lng, addressText, landmark, voiceMediaId, note } = contact;
  const point = lat === null || lng === null ? null : { lat, lng };
  return { name, phone, point, addressText, landmark, voiceMediaId, note };
}

function deliveryOf({ delivery: found }: OrderParts, held: readonly Doer[]): OrderView["delivery"] {
  if (!found) return null;
  const { delivery, courier, firstName } = found;
  return {
    id: delivery.id,
    status: delivery.status,
    pin: held.includes("customer") ? delivery.pin : null,
    courier: courier && {
      id: courier.id,
      firstName: firstName ?? "",
      vehicle: courier.vehicle,
      rating: courier.ratingCount > 0 ? courier.ratingSum / courier.ratingCount : null,
    },
  };
}
