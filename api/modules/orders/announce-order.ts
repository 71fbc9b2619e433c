import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { botChats, bots, memberships } from "#drizzle/schema/index";
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

/** Tells everybody who follows an order that it changed: the customer's card, the kitchen's card, the screens. */
export async function announceOrder(work: Work, order: OrderRow, action: OrderAction | "place"): Promise<void> {
  work.emit({
    kind: action === "place" ? "order.placed" : "order.changed",
    body: { orderId: order.id, branchId: order.branchId, status: order.status },
  });
  tellCustomer(work, order, action);
  if (kitchenKnows(work, order)) tellKitchen(work, order, await kitchenOf(work, order.branchId));
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

/** The kitchen staff of a branch who can be reached, each once. */
export const kitchenOf = ({ tx, actor }: Work, branchId: Id): Promise<KitchenReader[]> =>
  tx
    .selectDistinctOn([memberships.accountId], { accountId: memberships.accountId, botId: botChats.botId })
    .from(memberships)
    .innerJoin(
      botChats,
      and(eq(botChats.organisationId, memberships.organisationId), eq(botChats.accountId, memberships.accountId)),
    )
    .innerJoin(bots, and(eq(bots.organisationId, botChats.organisationId), eq(bots.id, botChats.botId)))
    .where(
      and(
        eq(memberships.organisationId, actor.organisationId),
        eq(memberships.role, "kitchen"),
        eq(memberships.status, "active"),
        or(isNull(memberships.branchId), eq(memberships.branchId, branchId)),
        eq(bots.kind, "staff"),
        eq(bots.enabled, true),
        isNull(botChats.unreachableAt),
      ),
    )
    .orderBy(memberships.accountId, desc(botChats.startedAt));
