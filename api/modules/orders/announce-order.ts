import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import type { OrderNews } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";
import type { OrderAction } from "#shared/order/order-status";
import type { OrderRow } from "./order-row";

/** What the customer must hear with a sound, and not only see on the card. */
const NEWS_OF: Readonly<Partial<Record<OrderAction, OrderNews>>> = {
  confirm: "confirmed",
  reject: "rejected",
  call_off: "called_off",
  pick_up: "on_the_way",
  fail: "failed",
};

/** Where somebody of the kitchen reads: the staff bot that they opened last. */
export type KitchenReader = { accountId: Id; botId: Id };

/**
 * Tells everybody who follows an order that it changed: the customer's card, the kitchen's card, the screens.
 * @param readers of the kitchen; left out: read now
 */
export async function announceOrder(
  work: Work,
  order: OrderRow,
  action: OrderAction | "place",
  readers?: readonly KitchenReader[],
): Promise<void> {
  work.emit({
    kind: action === "place" ? "order.placed" : "order.changed",
    body: { orderId: order.id, branchId: order.branchId, status: order.status },
  });
  tellCustomer(work, order, action);
  if (kitchenKnows(work, order)) tellKitchen(work, order, readers ?? (await kitchenOf(work, order.branchId)));
}

/** An unpaid order, and a scheduled one before its time, alerts nobody at the shop. */
export const kitchenKnows = ({ at }: Pick<Work, "at">, { status, releaseAt }: OrderRow): boolean =>
  status !== "awaiting_payment" && status !== "expired" && (releaseAt === null || releaseAt <= at);

export function tellCustomer(work: Work, order: OrderRow, action: OrderAction | "place"): void {
  const to = { recipientId: order.accountId, botId: order.botId, version: order.version };
  const orderId = order.id;
  work.notify({ ...to, body: { kind: "order.card", orderId, status: order.status } });
  const news = action === "place" ? undefined : NEWS_OF[action];
  if (news) work.notify({ ...to, body: { kind: "order.news", orderId, news } });
  if (order.status === "delivered") work.notify({ ...to, body: { kind: "rating.ask", orderId } });
  if (order.status === "awaiting_payment" && order.invoiceExpiresAt)
    work.notify({ ...to, body: { kind: "order.invoice", orderId, expiresAt: order.invoiceExpiresAt.toISOString() } });
}

export function tellKitchen(work: Work, { id, status, version }: OrderRow, readers: readonly KitchenReader[]): void {
  for (const { accountId, botId } of readers)
    work.notify({ recipientId: accountId, botId, version, body: { kind: "order.board_card", orderId: id, status } });
}

/** The kitchen staff of a branch who can be reached, each once, in the bot that they opened last. */
export async function kitchenOf({ tx, actor }: Work, branchId: Id): Promise<KitchenReader[]> {
  const rows = await connectionOf(tx)<KitchenReader[]>`
    select distinct on (m.account_id) m.account_id as "accountId", c.bot_id as "botId"
    from memberships m
    join bot_chats c on c.organisation_id = m.organisation_id and c.account_id = m.account_id
    join bots b on b.organisation_id = c.organisation_id and b.id = c.bot_id and b.kind = 'staff' and b.enabled
    where m.organisation_id = ${actor.organisationId} and m.role = 'kitchen' and m.status = 'active'
      and (m.branch_id is null or m.branch_id = ${branchId}) and c.unreachable_at is null
    order by m.account_id, c.started_at desc`;
  return [...rows];
}
