import { and, eq } from "drizzle-orm";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { cards, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { LIVE_PIN } from "./pin-card";

type PinOf = { organisationId: Id; botId: Id; orderId: Id };

/** A pin stands in the chat now. @throws Refusal `order.not_found` */
export const keepPin = (
  deps: Deps,
  { organisationId, botId, orderId, messageId }: PinOf & { messageId: number },
): Promise<{ kept: boolean }> =>
  withActor(deps, systemActor(organisationId), async ({ tx }) => {
    const [order] = await tx
      .select({ recipientId: orders.accountId })
      .from(orders)
      .where(and(eq(orders.organisationId, organisationId), eq(orders.id, orderId), eq(orders.botId, botId)));
    if (!order) throw new Refusal("order.not_found");
    const card = { organisationId, botId, ...order, kind: LIVE_PIN, subjectId: orderId };
    await tx
      .insert(cards)
      .values({ ...card, telegramMessageId: messageId, version: 1 })
      .onConflictDoUpdate({
        target: [cards.organisationId, cards.botId, cards.recipientId, cards.kind, cards.subjectId],
        set: { telegramMessageId: messageId },
      });
    return { kept: true };
  });

/** The pin was stopped; forgetting it twice is one answer. */
export const forgetPin = (deps: Deps, { organisationId, botId, orderId }: PinOf): Promise<{ kept: boolean }> =>
  withActor(deps, systemActor(organisationId), async ({ tx }) => {
    await tx
      .delete(cards)
      .where(
        and(
          eq(cards.organisationId, organisationId),
          eq(cards.botId, botId),
          eq(cards.kind, LIVE_PIN),
          eq(cards.subjectId, orderId),
        ),
      );
    return { kept: false };
  });
