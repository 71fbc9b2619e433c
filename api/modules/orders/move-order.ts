import { and, eq } from "drizzle-orm";
import { bookOf } from "#api/domain/money/order-book";
import { openAlert } from "#api/modules/alerts/open-alert";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import type { Listener } from "#api/modules/alerts/who-to-ring";
import { cancelDelivery } from "#api/modules/deliveries/cancel-delivery";
import { hurryDelivery } from "#api/modules/deliveries/hurry-delivery";
import { openDelivery } from "#api/modules/deliveries/open-delivery";
import { movementsOfOrder } from "#api/modules/money/movements-of-order";
import { settleOrderMoney } from "#api/modules/money/settle-order-money";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { orders, timeline } from "#drizzle/schema/index";
import type { AlertKind } from "#shared/alert/alert";
import { DELIVERY_FOLLOWS } from "#shared/delivery/order-and-delivery";
import type { Doer } from "#shared/kernel/role";
import { nextStatus, type OrderAction, TERMINAL_ORDER_STATUSES } from "#shared/order/order-status";
import { announceOrder, kitchenKnows } from "./announce-order";
import { giveBackStock } from "./give-back-stock";
import type { OrderRow } from "./order-row";

export type Move = {
  action: OrderAction;
  as: Doer;
  reason?: string | null;
  /** Kept with its line of history. */
  details?: Record<string, unknown>;
  /** What else changes with it: times that the kitchen named. */
  set?: Partial<Pick<OrderRow, "confirmedAt" | "readyAt" | "saidReadyAt" | "promisedAt" | "releaseAt">>;
};

/** Alerts about an order that is still to be done. */
const ORDER_ALERTS: readonly AlertKind[] = ["order_unconfirmed", "order_late", "customer_unreachable"];
/** Ends that put what was taken back on the shelf. */
const GIVES_BACK: readonly OrderAction[] = ["reject", "cancel", "call_off", "expire"];

/**
 * Moves an order that this transaction holds (`lockOrder`), with everything that follows: its delivery, stock, money,
 * alerts, history and news.
 * @throws Refusal `order.action_not_allowed`
 */
export async function moveOrder(work: Work, deps: Deps, order: OrderRow, move: Move): Promise<OrderRow> {
  const status = nextStatus(order, move.action, move.as);
  const ended = TERMINAL_ORDER_STATUSES.includes(status) || status === "failed";
  const change = {
    ...move.set,
    status,
    statusAt: work.at,
    version: order.version + 1,
    ...(ended ? { closedAt: order.closedAt ?? work.at, reason: move.reason ?? order.reason } : {}),
  };
  const moved: OrderRow = { ...order, ...change };
  await Promise.all([
    work.tx
      .update(orders)
      .set(change)
      .where(and(eq(orders.organisationId, order.organisationId), eq(orders.id, order.id))),
    work.tx.insert(timeline).values({
      organisationId: order.organisationId,
      id: deps.newId(),
      orderId: order.id,
      action: move.action,
      fromStatus: order.status,
      toStatus: status,
      doneBy: move.as,
      accountId: work.actor.accountId,
      at: work.at,
      reason: move.reason ?? null,
      details: move.details ?? null,
    }),
  ]);
  await letFollow(work, deps, { before: order, after: moved, move });
  await announceOrder(work, moved, move.action);
  return moved;
}

type Step = { before: OrderRow; after: OrderRow; move: Move };

async function letFollow(work: Work, deps: Deps, { before, after, move }: Step): Promise<void> {
  const follows = after.fulfilment === "delivery" ? DELIVERY_FOLLOWS[move.action] : undefined;
  if (follows === "open") await openDelivery(work, deps, after);
  if (follows === "cancel") await cancelDelivery(work, deps, after.id, move.reason ?? null);
  if (move.action === "mark_ready") await hurryDelivery(work, after.id);
  if (GIVES_BACK.includes(move.action)) await giveBackStock(work, deps, before, move.as);
  await settleOrderMoney(work, deps, after, move.action);
  if (move.action === "fail") await alertKept(work, deps, after);
  if (before.status === "placed") await settleAlerts(work, deps, after.id, ["order_unconfirmed"]);
  if (after.closedAt && !before.closedAt) await settleAlerts(work, deps, after.id, ORDER_ALERTS);
  if (after.status === "placed" && kitchenKnows(work, after)) await alertKitchen(work, deps, after);
}

/** The customer paid and got nothing: whether they get the money back is a person's decision, who must hear of it. */
async function alertKept(work: Work, deps: Deps, { id, branchId, code }: OrderRow): Promise<void> {
  if (bookOf(await movementsOfOrder(work, id)).refundableMinor === 0) return;
  await openAlert(work, deps, { kind: "payment_trouble", subjectId: id, branchId, details: { code } });
}

/** Rings until somebody of the shop answers: a new order that nobody sees is the worst that can happen to it. */
export async function alertKitchen(
  work: Work,
  deps: Deps,
  { id, branchId, code }: OrderRow,
  listeners?: readonly Listener[],
): Promise<void> {
  await openAlert(work, deps, { kind: "order_unconfirmed", subjectId: id, branchId, details: { code } }, listeners);
}
