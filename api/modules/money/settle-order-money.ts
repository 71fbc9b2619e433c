import { and, desc, eq } from "drizzle-orm";
import type { Movement } from "#api/domain/money/movement";
import { givenBackMinor } from "#api/domain/money/order-book";
import { charge, type PaidOrder, payCash, settleEnd } from "#api/domain/money/order-money";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { OrderAction, OrderStatus } from "#shared/order/order-status";
import { movementsOfOrder } from "./movements-of-order";
import { postMovement } from "./post-movement";

/** An order as its money sees it. */
export type OrderOfMoney = PaidOrder & { status: OrderStatus; botId: Id };

const ENDS: readonly (OrderAction | "place")[] = ["expire", "reject", "cancel", "call_off", "fail"];

/**
 * What an action of an order does to money: placing charges, handing over collects the cash, an end without delivery
 * takes the charge back or refunds what was paid. To be called with the order as it is after the action.
 */
export async function settleOrderMoney(
  work: Work,
  deps: Pick<Deps, "newId">,
  order: OrderOfMoney,
  action: OrderAction | "place",
): Promise<void> {
  if (action === "place") return postMovement(work, deps, charge(order));
  if (order.paymentMethod === "cash" && order.status === "delivered")
    return postMovement(work, deps, payCash(order, action === "collect" ? null : await courierOf(work, order)));
  if (ENDS.includes(action)) await settleEndOf(work, deps, order);
}

/** Takes back or gives back whatever an ended order still has to. The customer hears of money that returns. */
export async function settleEndOf(work: Work, deps: Pick<Deps, "newId">, order: OrderOfMoney): Promise<void> {
  const past = await movementsOfOrder(work, order.id);
  const end = settleEnd(order, past, order.status);
  if (!end || past.includes(end)) return;
  await postMovement(work, deps, end);
  if (end.kind === "refund") tellRefunded(work, { ...order, movements: past.length }, end);
}

/**
 * Says how much came back.
 * @param order with the number of its `movements` before this one, which tells one refund from the next
 */
export function tellRefunded(
  work: Work,
  order: Pick<OrderOfMoney, "id" | "botId" | "accountId"> & { movements: number },
  given: Movement,
): void {
  work.notify({
    recipientId: order.accountId,
    botId: order.botId,
    version: order.movements,
    body: { kind: "order.refunded", orderId: order.id, amountMinor: givenBackMinor([given]) },
  });
}

async function courierOf({ tx, actor }: Work, { id }: PaidOrder): Promise<Id | null> {
  const [delivery] = await tx
    .select({ courierId: deliveries.courierId })
    .from(deliveries)
    .where(and(eq(deliveries.organisationId, actor.organisationId), eq(deliveries.orderId, id)))
    .orderBy(desc(deliveries.createdAt))
    .limit(1);
  return delivery?.courierId ?? null;
}
