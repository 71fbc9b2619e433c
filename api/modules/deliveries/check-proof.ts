import { and, eq, isNotNull } from "drizzle-orm";
import { openAlert } from "#api/modules/alerts/open-alert";
import { hasRole } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { sameSecret } from "#api/platform/secrets";
import type { Work } from "#api/platform/with-actor";
import { deliveries, media } from "#drizzle/schema/index";
import type { Proof } from "#shared/contracts/delivery";
import { PIN_TRIES } from "#shared/delivery/proof";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { DeliveryRow } from "./delivery-row";

/** What is wrong with the proof; `null` when it holds. Counts a wrong PIN, and rings when there were too many. */
export async function checkProof(work: Work, deps: Deps, delivery: DeliveryRow, proof: Proof): Promise<Refusal | null> {
  if (proof.kind === "pin") return checkPin(work, deps, delivery, proof.pin);
  if (proof.kind === "photo")
    return (await isProof(work, proof.mediaId)) ? null : new Refusal("delivery.proof_missing");
  return hasRole(work.actor, "dispatcher", "manager", "owner") ? null : new Refusal("delivery.proof_missing");
}

async function checkPin(work: Work, deps: Deps, delivery: DeliveryRow, pin: string): Promise<Refusal | null> {
  if (delivery.pinLockedAt) return new Refusal("delivery.pin_locked");
  if (sameSecret(pin, delivery.pin)) return null;
  const pinAttempts = delivery.pinAttempts + 1;
  const locked = pinAttempts >= PIN_TRIES;
  await work.tx
    .update(deliveries)
    .set({ pinAttempts, ...(locked ? { pinLockedAt: work.at } : {}) })
    .where(and(eq(deliveries.organisationId, delivery.organisationId), eq(deliveries.id, delivery.id)));
  if (!locked) return new Refusal("delivery.pin_wrong", { triesLeft: PIN_TRIES - pinAttempts });
  await openAlert(work, deps, {
    kind: "pin_locked",
    subjectId: delivery.id,
    branchId: delivery.branchId,
    details: { orderId: delivery.orderId, courierId: delivery.courierId },
  });
  return new Refusal("delivery.pin_locked");
}

/** A photo that this person took for that purpose, and that has arrived in storage. */
async function isProof({ tx, actor }: Work, mediaId: Id): Promise<boolean> {
  const photos = await tx.$count(
    media,
    and(
      eq(media.organisationId, actor.organisationId),
      eq(media.id, mediaId),
      eq(media.purpose, "proof"),
      actor.accountId ? eq(media.accountId, actor.accountId) : undefined,
      isNotNull(media.uploadedAt),
    ),
  );
  return photos > 0;
}
