import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { tipCourier as tipMovement } from "#api/domain/money/courier-money";
import { postMovement } from "#api/modules/money/post-movement";
import { lockOrder } from "#api/modules/orders/lock-order";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { botChats, bots, couriers, deliveries, timeline } from "#drizzle/schema/index";
import type { InvoicePaid } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/**
 * Telegram says that the customer paid a tip: all of it is the courier's, who hears of it. The same charge told twice is
 * one tip; the lock on the order keeps two tellings apart.
 * @throws Refusal `order.not_found`, `rating.not_allowed` when no courier brought it
 */
export const tipCourier = (
  deps: Deps,
  person: Person,
  { id, providerChargeId, telegramChargeId, amountMinor }: InvoicePaid & { id: Id },
): Promise<{ orderId: Id; amountMinor: number }> =>
  withActor(deps, person, async (work) => {
    const order = await lockOrder(work, id);
    if (order.accountId !== person.accountId) throw new Refusal("order.not_found");
    const courier = await courierOf(work, id);
    if (!courier || order.status !== "delivered") throw new Refusal("rating.not_allowed");
    const tips = await tipsOf(work, id);
    const told = { orderId: id, amountMinor };
    if (tips.some(({ details }) => details?.providerChargeId === providerChargeId)) return told;

    const { currency, status } = order;
    const tipId = deps.newId();
    await postMovement(work, deps, tipMovement({ tipId, orderId: id, courierId: courier.id, currency, amountMinor }));
    await work.tx.insert(timeline).values({
      organisationId: person.organisationId,
      id: tipId,
      orderId: id,
      action: "tip",
      fromStatus: status,
      toStatus: status,
      doneBy: "customer",
      accountId: person.accountId,
      at: work.at,
      details: { providerChargeId, telegramChargeId, amountMinor },
    });
    const recipientId = courier.accountId;
    const version = tips.length + 1;
    for (const { botId } of await courierBotsOf(work, recipientId))
      work.notify({ recipientId, botId, version, body: { kind: "courier.tipped", orderId: id, amountMinor } });
    return told;
  });

const tipsOf = ({ tx, actor }: Work, orderId: Id) =>
  tx
    .select({ details: timeline.details })
    .from(timeline)
    .where(
      and(eq(timeline.organisationId, actor.organisationId), eq(timeline.orderId, orderId), eq(timeline.action, "tip")),
    );

async function courierOf({ tx, actor }: Work, orderId: Id): Promise<{ id: Id; accountId: Id } | undefined> {
  const [courier] = await tx
    .select({ id: couriers.id, accountId: couriers.accountId })
    .from(deliveries)
    .innerJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.orderId, orderId),
        isNotNull(deliveries.courierId),
      ),
    )
    .orderBy(desc(deliveries.createdAt))
    .limit(1);
  return courier;
}

/** The courier bot that they opened last. */
const courierBotsOf = ({ tx, actor }: Work, accountId: Id) =>
  tx
    .select({ botId: botChats.botId })
    .from(botChats)
    .innerJoin(bots, and(eq(bots.organisationId, botChats.organisationId), eq(bots.id, botChats.botId)))
    .where(
      and(
        eq(botChats.organisationId, actor.organisationId),
        eq(botChats.accountId, accountId),
        eq(bots.kind, "courier"),
        isNull(botChats.unreachableAt),
      ),
    )
    .orderBy(desc(botChats.startedAt))
    .limit(1);
