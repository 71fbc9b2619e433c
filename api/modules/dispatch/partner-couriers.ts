import type { DeliveryView } from "#api/domain/dispatch/delivery-view";
import type { Decisions } from "#api/domain/dispatch/dispatch-policy";
import type { Deps } from "#api/platform/deps";

/**
 * A fleet of somebody else, asked for what nobody of ours takes. `ask` hands the delivery over the fence; what becomes
 * of it the partner tells the dispatchers, who enter it. Until `PARTNER_ANSWER_MS` have passed nobody else is asked.
 */
export type PartnerCouriers = { readonly name: string; ask(delivery: DeliveryView): Promise<void> };

/** There is none yet: the ladder leaves its step out, says so in the round's record, and rings a human being at once. */
export const NO_PARTNER: PartnerCouriers | null = null;

/** Asks the partner for whatever has just come to its step. A partner who is away costs nothing but the step's time. */
export async function askPartner(
  { log }: Pick<Deps, "log">,
  partner: PartnerCouriers | null,
  deliveries: readonly DeliveryView[],
  { ladder }: Pick<Decisions, "ladder">,
): Promise<void> {
  if (!partner) return;
  const arrived = new Set(ladder.flatMap(({ deliveryId, step }) => (step === "partner" ? [deliveryId] : [])));
  for (const delivery of deliveries.filter(({ id, ladder: was }) => arrived.has(id) && was.step !== "partner"))
    await partner.ask(delivery).catch((error: Error) => log.warn({ err: error.message }, "the partner is away"));
}
