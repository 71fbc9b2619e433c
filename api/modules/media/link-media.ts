import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Actor, hasRole } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries, media, messages, orderContacts, orders } from "#drizzle/schema/index";
import { MediaLink } from "#shared/contracts/media";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** Long enough to be looked at, too short to be passed around. */
const LINK_SECONDS = 600;

type MediaRow = typeof media.$inferSelect;

/**
 * Where a file can be fetched for a while, by somebody who may see it.
 * @throws Refusal `media.not_found`, for strangers as well
 */
export const linkMedia = (deps: Deps, actor: Actor, id: Id): Promise<MediaLink> =>
  withActor(deps, actor, async (work) => {
    const [row] = await work.tx
      .select()
      .from(media)
      .where(
        and(
          eq(media.organisationId, actor.organisationId),
          eq(media.id, id),
          isNotNull(media.uploadedAt),
          isNull(media.erasedAt),
        ),
      );
    if (!row || !(await maySee(work, row))) throw new Refusal("media.not_found");
    const { contentType, bytes, storageKey } = row;
    return MediaLink.parse({ id, contentType, bytes, url: await deps.storage.downloadUrl(storageKey, LINK_SECONDS) });
  });

/**
 * Photos of dishes are for everybody, anything for who sent it and for the staff; a proof for the customer who got the
 * order, a voice note for the courier who is looking for the door.
 */
async function maySee(work: Work, row: MediaRow): Promise<boolean> {
  const { actor } = work;
  if (row.purpose === "item" || row.accountId === actor.accountId) return true;
  if (hasRole(actor, "kitchen", "dispatcher", "manager", "owner", "system")) return true;
  return (await isProofFor(work, row.id)) || (await leadsToDoorOf(work, row.id)) || wasSentTo(work, row.id);
}

/** A photo or a voice message that somebody relayed to them. */
async function wasSentTo({ tx, actor }: Work, id: Id): Promise<boolean> {
  if (!actor.accountId) return false;
  const { organisationId, accountId } = actor;
  const sent = and(
    eq(messages.organisationId, organisationId),
    eq(messages.mediaId, id),
    eq(messages.toAccountId, accountId),
  );
  return (await tx.$count(messages, sent)) > 0;
}

async function isProofFor({ tx, actor }: Work, id: Id): Promise<boolean> {
  if (!actor.accountId) return false;
  const rows = await tx
    .select({ id: orders.id })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .where(
      and(
        eq(deliveries.organisationId, actor.organisationId),
        eq(deliveries.proofMediaId, id),
        eq(orders.accountId, actor.accountId),
      ),
    );
  return rows.length > 0;
}

async function leadsToDoorOf({ tx, actor }: Work, id: Id): Promise<boolean> {
  if (!actor.courierId) return false;
  const rows = await tx
    .select({ id: deliveries.id })
    .from(orderContacts)
    .innerJoin(
      deliveries,
      and(eq(deliveries.organisationId, orderContacts.organisationId), eq(deliveries.orderId, orderContacts.orderId)),
    )
    .where(
      and(
        eq(orderContacts.organisationId, actor.organisationId),
        eq(orderContacts.voiceMediaId, id),
        eq(deliveries.courierId, actor.courierId),
        inArray(deliveries.status, [...CARRIED_DELIVERY_STATUSES]),
      ),
    );
  return rows.length > 0;
}
