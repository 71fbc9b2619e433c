import { and, eq, type SQL, sql } from "drizzle-orm";
import { courierChats } from "#api/modules/couriers/courier-chat";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { OfferStatus } from "#shared/delivery/offer";
import type { OfferRow } from "./offer-row";

/**
 * Ends live offers that fit `which`, and tells their couriers. Race: an offer ends once, by whoever's conditional
 * update finds it live.
 * @returns those that this call ended
 */
export async function closeOffers(
  work: Work,
  { metrics }: Pick<Deps, "metrics">,
  which: SQL | undefined,
  status: Exclude<OfferStatus, "live">,
  declineReason: string | null = null,
): Promise<OfferRow[]> {
  const closed = await work.tx
    .update(offers)
    .set({ status, decidedAt: work.at, declineReason, version: sql`${offers.version} + 1` })
    .where(and(eq(offers.organisationId, work.actor.organisationId), eq(offers.status, "live"), which))
    .returning();
  const chats = await courierChats(
    work,
    closed.map(({ courierId }) => courierId),
  );
  for (const { id, tripId, courierId, version } of closed) {
    work.emit({ kind: "offer.closed", body: { offerId: id, tripId, courierId, status } });
    const chat = chats.get(courierId);
    if (chat)
      work.notify({
        recipientId: chat.recipientId,
        botId: chat.botId,
        version,
        body: { kind: "offer.closed", offerId: id, status },
      });
  }
  work.afterCommit(() => metrics.offersDecided.inc({ status }, closed.length));
  return closed;
}
