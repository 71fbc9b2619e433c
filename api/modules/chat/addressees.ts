import { and, desc, eq, inArray } from "drizzle-orm";
import { courierChats } from "#api/modules/couriers/courier-chat";
import { staffOnDuty } from "#api/modules/people/staff-on-duty";
import { hasRole, type Person, staffOf } from "#api/platform/actor";
import type { Work } from "#api/platform/with-actor";
import { deliveries, messages, orders } from "#drizzle/schema/index";
import type { NewMessage } from "#shared/contracts/chat";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** Where somebody reads. */
export type Reader = { recipientId: Id; botId: Id };
export type Addressees = { orderId: Id | null; readers: Reader[] };

/** Who gets a message, as far as the writer may write to them. @throws Refusal `order.not_found` */
export async function addressees(work: Work, actor: Person, { to, orderId, replyTo }: NewMessage): Promise<Addressees> {
  const answered = replyTo ? await answeredMessage(work, actor, replyTo) : null;
  const about = orderId ?? answered?.orderId ?? null;
  const order = about ? await orderOf(work, actor, about) : null;
  if (to === "staff") return { orderId: about, readers: await staffOnDuty(work, order?.branchId) };
  const readers = answered && !order ? [answered.writer] : order ? await partner(work, order, to) : [];
  return { orderId: about, readers };
}

/** Staff answers what was written to it; for anybody else a reply goes by the order. */
async function answeredMessage({ tx, actor }: Work, person: Person, id: Id) {
  if (!hasRole(person, "kitchen", "dispatcher", "manager", "owner")) return null;
  const [row] = await tx
    .select({ orderId: messages.orderId, recipientId: messages.fromAccountId, botId: messages.fromBotId })
    .from(messages)
    .where(and(eq(messages.organisationId, actor.organisationId), eq(messages.id, id)));
  return row ? { orderId: row.orderId, writer: { recipientId: row.recipientId, botId: row.botId } } : null;
}

type Order = { accountId: Id; botId: Id; branchId: Id; courierId: Id | null };

/** Its customer, the courier who has it now, and the staff of its branch may write about an order. */
async function orderOf({ tx, actor }: Work, person: Person, id: Id): Promise<Order> {
  const [order] = await tx
    .select({
      accountId: orders.accountId,
      botId: orders.botId,
      branchId: orders.branchId,
      courierId: deliveries.courierId,
    })
    .from(orders)
    .leftJoin(
      deliveries,
      and(
        eq(deliveries.organisationId, orders.organisationId),
        eq(deliveries.orderId, orders.id),
        inArray(deliveries.status, [...CARRIED_DELIVERY_STATUSES]),
      ),
    )
    .where(and(eq(orders.organisationId, actor.organisationId), eq(orders.id, id)))
    .orderBy(desc(deliveries.createdAt))
    .limit(1);
  const isCustomer = hasRole(person, "customer") && order?.accountId === person.accountId;
  const isCourier = person.courierId !== null && order?.courierId === person.courierId;
  if (!order || !(isCustomer || isCourier || staffOf(person, order.branchId))) throw new Refusal("order.not_found");
  return order;
}

async function partner(
  work: Work,
  { accountId, botId, courierId }: Order,
  to: "customer" | "courier",
): Promise<Reader[]> {
  if (to === "customer") return [{ recipientId: accountId, botId }];
  const chat = courierId ? (await courierChats(work, [courierId])).get(courierId) : undefined;
  return chat ? [{ recipientId: chat.recipientId, botId: chat.botId }] : [];
}
