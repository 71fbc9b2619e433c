import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { followOrder } from "#api/modules/orders/follow-delivery";
import { markStop } from "#api/modules/trips/mark-stop";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import type { DeliveryView, Proof } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import type { Refusal } from "#shared/kernel/refusal";
import { actOnDelivery } from "./act-on-delivery";
import { checkProof } from "./check-proof";
import { DELIVERY_ALERTS } from "./delivery-alerts";
import type { DeliveryRow } from "./delivery-row";
import { moveDelivery } from "./move-delivery";

/**
 * The customer has it, shown by their PIN, a photo or a dispatcher's word. A wrong PIN is counted, so it is saved
 * before it is refused.
 * @throws Refusal `delivery.pin_wrong` (details: tries left), `delivery.pin_locked`, `delivery.proof_missing`, and as
 *   `actOnDelivery`
 */
export async function handOver(
  deps: Deps,
  actor: Person,
  { id, proof }: { id: Id; proof: Proof },
): Promise<DeliveryView> {
  let refused: Refusal | null = null;
  const view = await actOnDelivery(deps, actor, { id, action: "hand_over" }, async (work, delivery) => {
    refused = await checkProof(work, deps, delivery, proof);
    if (!refused) await close(work, deps, delivery, proof);
  });
  if (refused) throw refused;
  return view;
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
