import { and, eq, inArray } from "drizzle-orm";
import { positionsOf } from "#api/modules/couriers/live-positions";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { accounts, cards, deliveries, orders } from "#drizzle/schema/index";
import type { LivePin } from "#shared/contracts/pin";
import { ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { LIVE_PIN } from "./pin-card";

type BotRef = { organisationId: Id; botId: Id };

/**
 * Every pin of a bot's customers: where it belongs now, and those to be stopped. Positions are no events and no ledger
 * rows; asking again gives the newest.
 */
export async function seePins(deps: Deps, bot: BotRef): Promise<{ pins: LivePin[] }> {
  const { carried, standing } = await withActor(deps, systemActor(bot.organisationId), async (work) => {
    const [carried, standing] = await Promise.all([carriedOrders(work, bot), standingPins(work, bot)]);
    return { carried, standing };
  });
  const points = await pointsOf(deps, carried);
  const moving = carried.map(({ orderId, chatId, courierId }) => ({
    orderId,
    chatId: chatId ?? 0,
    position: points.get(courierId ?? "") ?? null,
    messageId: standing.find((pin) => pin.orderId === orderId)?.messageId ?? null,
    ended: false,
  }));
  const under = new Set(carried.map(({ orderId }) => orderId));
  const ended = standing
    .filter(({ orderId }) => !under.has(orderId))
    .map(({ orderId, chatId, messageId }) => ({
      orderId,
      chatId: chatId ?? 0,
      position: null,
      messageId,
      ended: true,
    }));
  return { pins: [...moving, ...ended].filter(({ chatId }) => chatId !== 0) };
}

const carriedOrders = ({ tx }: Work, { organisationId, botId }: BotRef) =>
  tx
    .select({
      orderId: orders.id,
      chatId: accounts.telegramId,
      courierId: deliveries.courierId,
      regionId: deliveries.regionId,
    })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .innerJoin(accounts, eq(accounts.id, orders.accountId))
    .where(
      and(
        eq(deliveries.organisationId, organisationId),
        inArray(deliveries.status, [...ON_BOARD_DELIVERY_STATUSES]),
        eq(orders.botId, botId),
      ),
    );

const standingPins = ({ tx }: Work, { organisationId, botId }: BotRef) =>
  tx
    .select({ orderId: cards.subjectId, messageId: cards.telegramMessageId, chatId: accounts.telegramId })
    .from(cards)
    .innerJoin(accounts, eq(accounts.id, cards.recipientId))
    .where(and(eq(cards.organisationId, organisationId), eq(cards.botId, botId), eq(cards.kind, LIVE_PIN)));

type Carried = Awaited<ReturnType<typeof carriedOrders>>[number];

async function pointsOf(deps: Deps, carried: readonly Carried[]): Promise<Map<Id, Point>> {
  const regions = [...new Set(carried.map(({ regionId }) => regionId))];
  const seen = await Promise.all(
    regions.map((regionId) => {
      const couriers = carried.filter((each) => each.regionId === regionId).flatMap(({ courierId }) => courierId ?? []);
      return positionsOf(deps, regionId, [...new Set(couriers)]);
    }),
  );
  return new Map(seen.flat().map(({ courierId, point }) => [courierId, point]));
}
