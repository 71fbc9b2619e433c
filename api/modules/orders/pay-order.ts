import { and, eq, like } from "drizzle-orm";
import { payInvoice } from "#api/domain/money/order-money";
import { openAlert } from "#api/modules/alerts/open-alert";
import { postMovement } from "#api/modules/money/post-movement";
import { settleEndOf } from "#api/modules/money/settle-order-money";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { timeline } from "#drizzle/schema/index";
import type { InvoicePaid, OrderSummary } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { lockOrder } from "./lock-order";
import { moveOrder } from "./move-order";
import type { OrderRow } from "./order-row";
import { summaryOf } from "./summary-of";

/**
 * Telegram says that the customer paid. Money that came is never refused: a payment that is told twice (by its charge)
 * counts once; one for an order that has ended meanwhile goes back; a second one, or a wrong amount, rings somebody.
 * @throws Refusal `order.not_found`
 */
export const payOrder = (
  deps: Deps,
  person: Person,
  { id, ...paid }: InvoicePaid & { id: Id },
): Promise<OrderSummary> =>
  withActor(deps, person, async (work) => {
    const order = await lockOrder(work, id);
    if (order.accountId !== person.accountId || order.paymentMethod !== "invoice") throw new Refusal("order.not_found");
    const charges = await chargesOf(work, id);
    if (charges.includes(paid.providerChargeId)) return summaryOf(order);

    const asAsked = paid.amountMinor === order.totalMinor && paid.currency === order.currency;
    if (!asAsked || charges.length > 0) return keepAside(work, deps, order, paid);
    await postMovement(work, deps, payInvoice(order));
    if (order.status !== "awaiting_payment") return returnLate(work, deps, order, paid);
    return summaryOf(await moveOrder(work, deps, order, { action: "pay", as: "system", details: detailsOf(paid) }));
  });

const detailsOf = ({ providerChargeId, telegramChargeId, amountMinor, currency }: InvoicePaid) => ({
  providerChargeId,
  telegramChargeId,
  amountMinor,
  currency,
});

/** Every charge that was ever reported for the order, whatever became of it. */
async function chargesOf({ tx, actor }: Work, orderId: Id): Promise<unknown[]> {
  const rows = await tx
    .select({ details: timeline.details })
    .from(timeline)
    .where(
      and(
        eq(timeline.organisationId, actor.organisationId),
        eq(timeline.orderId, orderId),
        like(timeline.action, "pay%"),
      ),
    );
  return rows.map(({ details }) => details?.providerChargeId);
}

/** The order ended while the customer was paying: what came goes back at once. */
async function returnLate(work: Work, deps: Deps, order: OrderRow, paid: InvoicePaid): Promise<OrderSummary> {
  await note(work, deps, order, "pay_late", paid);
  await settleEndOf(work, deps, order);
  return summaryOf(order);
}

/** Money that fits nothing: on record, and a person must look. */
async function keepAside(work: Work, deps: Deps, order: OrderRow, paid: InvoicePaid): Promise<OrderSummary> {
  await note(work, deps, order, "pay_aside", paid);
  const { id: subjectId, branchId, code } = order;
  await openAlert(work, deps, { kind: "payment_trouble", subjectId, branchId, details: { code } });
  return summaryOf(order);
}

const note = (work: Work, { newId }: Deps, order: OrderRow, action: string, paid: InvoicePaid) =>
  work.tx.insert(timeline).values({
    organisationId: order.organisationId,
    id: newId(),
    orderId: order.id,
    action,
    fromStatus: order.status,
    toStatus: order.status,
    doneBy: "system",
    accountId: work.actor.accountId,
    at: work.at,
    details: detailsOf(paid),
  });
