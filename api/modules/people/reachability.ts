import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { openAlert } from "#api/modules/alerts/open-alert";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { botChats, couriers, orders, trips } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { OPEN_ORDER_STATUSES } from "#shared/order/order-status";

type Chat = { accountId: Id; botId: Id };

/**
 * The bot cannot write to this person any more. Staff is told where it matters: a customer with an open order, a courier
 * with a trip. Told once: whoever is marked already stays as they are.
 */
export async function markUnreachable(
  work: Work,
  deps: Pick<Deps, "newId">,
  { accountId, botId, reason }: Chat & { reason: string },
): Promise<void> {
  const [marked] = await work.tx
    .update(botChats)
    .set({ unreachableAt: work.at, unreachableReason: reason })
    .where(and(chatOf(work, { accountId, botId }), isNull(botChats.unreachableAt)))
    .returning();
  if (!marked) return;
  for (const order of await openOrdersOf(work, { accountId, botId }))
    await openAlert(work, deps, {
      kind: "customer_unreachable",
      subjectId: order.id,
      branchId: order.branchId,
      details: { reason },
    });
  for (const courier of await ridersOf(work, accountId))
    await openAlert(work, deps, { kind: "courier_silent", subjectId: courier.id, branchId: null, details: { reason } });
}

/** They are back: what rang because of it falls silent. */
export async function markReachable(work: Work, deps: Pick<Deps, "newId">, chat: Chat): Promise<void> {
  const [marked] = await work.tx
    .update(botChats)
    .set({ unreachableAt: null, unreachableReason: null })
    .where(and(chatOf(work, chat), isNotNull(botChats.unreachableAt)))
    .returning();
  if (!marked) return;
  for (const order of await openOrdersOf(work, chat))
    await settleAlerts(work, deps, order.id, ["customer_unreachable"]);
  for (const courier of await ridersOf(work, chat.accountId))
    await settleAlerts(work, deps, courier.id, ["courier_silent"]);
}

const chatOf = ({ actor }: Work, { accountId, botId }: Chat) =>
  and(eq(botChats.organisationId, actor.organisationId), eq(botChats.botId, botId), eq(botChats.accountId, accountId));

/** Orders placed through this bot; through another one the customer still hears. */
const openOrdersOf = ({ tx, actor }: Work, { accountId, botId }: Chat) =>
  tx
    .select({ id: orders.id, branchId: orders.branchId })
    .from(orders)
    .where(
      and(
        eq(orders.organisationId, actor.organisationId),
        eq(orders.accountId, accountId),
        eq(orders.botId, botId),
        inArray(orders.status, [...OPEN_ORDER_STATUSES]),
      ),
    );

/** The courier behind this account, if they drive a trip now. */
const ridersOf = ({ tx, actor }: Work, accountId: Id) =>
  tx
    .selectDistinct({ id: couriers.id })
    .from(couriers)
    .innerJoin(
      trips,
      and(
        eq(trips.organisationId, couriers.organisationId),
        eq(trips.courierId, couriers.id),
        eq(trips.status, "active"),
      ),
    )
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.accountId, accountId)));
