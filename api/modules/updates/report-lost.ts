import { z } from "zod";
import { missPayment } from "#api/modules/orders/miss-payment";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import type { inboundUpdates } from "#drizzle/schema/index";
import { orderPayload, tipPayload } from "#shared/money/invoice-payload";

/** What Telegram writes when somebody paid. */
const Paid = z.object({
  message: z.object({
    successful_payment: z.object({ invoice_payload: z.string(), provider_payment_charge_id: z.string() }),
  }),
});

type Lost = Pick<typeof inboundUpdates.$inferSelect, "botId" | "updateId" | "attempts" | "body">;

/** An update is given up: into the log, and when it told of a payment that nobody booked, a person must look. */
export async function reportLost(work: Work, deps: Deps, { botId, updateId, attempts, body }: Lost): Promise<void> {
  deps.log.error({ botId, updateId, attempts }, "an update was given up");
  const paid = Paid.safeParse(body).data?.message.successful_payment;
  if (!paid) return;
  const orderId = orderPayload.read(paid.invoice_payload) ?? tipPayload.read(paid.invoice_payload);
  if (orderId) await missPayment(work, deps, { orderId, providerChargeId: paid.provider_payment_charge_id });
}
