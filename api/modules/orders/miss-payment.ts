import { and, eq, sql } from "drizzle-orm";
import { type NewAlert, openAlert } from "#api/modules/alerts/open-alert";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { orders, timeline } from "#drizzle/schema/index";
import type { InvoicePaid } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";

type Missed = Pick<InvoicePaid, "providerChargeId"> & { orderId: Id };

/**
 * Telegram told of a payment, for the order or as a tip, and it could not be booked: rings somebody, unless it is on
 * record after all. An order that is not there rings nobody: payloads can be made up.
 */
export async function missPayment(work: Work, deps: Deps, { orderId, providerChargeId }: Missed): Promise<void> {
  const { tx, actor } = work;
  const [order] = await tx
    .select({ code: orders.code, branchId: orders.branchId })
    .from(orders)
    .where(and(eq(orders.organisationId, actor.organisationId), eq(orders.id, orderId)));
  if (!order) return;
  const booked = await tx
    .select({ id: timeline.id })
    .from(timeline)
    .where(
      and(
        eq(timeline.organisationId, actor.organisationId),
        eq(timeline.orderId, orderId),
        sql`${timeline.details} ->> 'providerChargeId' = ${providerChargeId}`,
      ),
    );
  if (booked.length > 0) return;
  const { code, branchId } = order;
  const alert: NewAlert = { kind: "payment_trouble", subjectId: orderId, branchId, details: { code } };
  await openAlert(work, deps, alert);
}
