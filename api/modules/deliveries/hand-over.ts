import { z } from "zod";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { followOrder } from "#api/modules/orders/follow-delivery";
import { markStop } from "#api/modules/trips/mark-stop";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { answerGiven, type KeyedRequest, keepAnswer, keyedRequest } from "#api/platform/idempotency";
import type { Work } from "#api/platform/with-actor";
import type { DeliveryView, Proof } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { Refusal, RefusalCode } from "#shared/kernel/refusal";
import { actOnDelivery } from "./act-on-delivery";
import { checkProof } from "./check-proof";
import { DELIVERY_ALERTS } from "./delivery-alerts";
import type { DeliveryRow } from "./delivery-row";
import { moveDelivery } from "./move-delivery";

const Refused = z.object({ code: RefusalCode, details: z.record(z.string(), z.unknown()) });

/**
 * The customer has it, shown by their PIN, a photo or a dispatcher's word. A wrong PIN is counted, so it is saved
 * before it is refused.
 * @param keyHeader the same PIN with the same key is one try, however often a phone in a stairwell sends it
 * @throws Refusal `delivery.pin_wrong` (details: tries left), `delivery.pin_locked`, `delivery.proof_missing`, and as
 *   `actOnDelivery`
 */
export async function handOver(
  deps: Deps,
  actor: Person,
  { id, proof }: { id: Id; proof: Proof },
  keyHeader?: string,
): Promise<DeliveryView> {
  let refused: Refusal | null = null;
  const request = keyHeader ? keyedRequest(actor, keyHeader, { id, proof }) : null;
  const view = await actOnDelivery(deps, actor, { id, action: "hand_over" }, async (work, delivery) => {
    refused =
      (request && (await refusedBefore(work, request))) ?? (await tryProof(work, deps, delivery, proof, request));
    if (!refused) await close(work, deps, delivery, proof);
  });
  if (refused) throw refused;
  return view;
}

/** What this very try was refused with. The delivery is locked, so the same try at once comes after the first. */
async function refusedBefore({ tx }: Work, request: KeyedRequest): Promise<Refusal | null> {
  const given = Refused.safeParse(await answerGiven(connectionOf(tx), request));
  return given.success ? new Refusal(given.data.code, given.data.details) : null;
}

async function tryProof(work: Work, deps: Deps, delivery: DeliveryRow, proof: Proof, request: KeyedRequest | null) {
  const refused = await checkProof(work, deps, delivery, proof);
  if (refused && request) {
    const { code, details } = refused;
    await keepAnswer(connectionOf(work.tx), deps, request, { code, details });
  }
  return refused;
}

async function close(work: Work, deps: Deps, delivery: DeliveryRow, proof: Proof): Promise<void> {
  const proofMediaId = proof.kind === "photo" ? proof.mediaId : null;
  const set = { closedAt: work.at, proofMediaId };
  const details = { proof: proof.kind };
  const delivered = await moveDelivery(work, deps, delivery, { action: "hand_over", details, set });
  await markStop(work, deps, delivered, "dropoff", "done");
  await settleAlerts(work, deps, delivered.id, DELIVERY_ALERTS);
  await followOrder(work, deps, delivered.orderId, "hand_over");
}
