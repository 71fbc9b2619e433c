import { quoteOrder } from "#api/domain/quote/quote-order";
import type { Quote } from "#api/domain/quote/quote-types";
import { countAddressUse } from "#api/modules/addresses/count-address-use";
import { type Listener, listenersOf } from "#api/modules/alerts/who-to-ring";
import { emptyCart } from "#api/modules/carts/empty-cart";
import { expectArrival } from "#api/modules/forecast/expect-arrival";
import { forgetMenu } from "#api/modules/menu/menu-cache";
import { settleOrderMoney } from "#api/modules/money/settle-order-money";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { answerGiven, type KeyedRequest, keepAnswer, keyedRequest, wasAnswered } from "#api/platform/idempotency";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { type NewOrder, OrderSummary } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { orderCode } from "#shared/order/order-code";
import { announceOrder, kitchenKnows } from "./announce-order";
import { alertKitchen } from "./move-order";
import type { OrderRow } from "./order-row";
import { quoteRequestOf, quoteViewOf } from "./quote-request-of";
import { readProfile } from "./read-profile";
import { readQuoteBranch, readQuoteItems } from "./read-quote-inputs";
import { type Profile, saveOrder } from "./save-order";
import { summaryOf } from "./summary-of";
import { takeStock } from "./take-stock";

/** How long an invoice waits for its payment. */
const INVOICE_LIFETIME_MS = 15 * 60_000;

/**
 * Places an order at the price that the customer saw. The same key with the same request gives the same answer, however
 * often and however simultaneously it is sent.
 * @throws Refusal `request.key_missing`, `request.key_reused`, `quote.changed` with the new quote, `item.out_of_stock`,
 * and whatever a quote may refuse
 */
export async function placeOrder(
  deps: Deps,
  person: Person,
  input: NewOrder,
  keyHeader: string | undefined,
): Promise<OrderSummary> {
  mustMay(person, "order.place");
  const request = keyedRequest(person, keyHeader, input);
  try {
    // Planning anew would be a tenth of what Postgres has to do for an order.
    return await withActor(deps, person, (work) => place(work, deps, { person, input, request }), "force_generic_plan");
  } catch (error) {
    if (!wasAnswered(error)) throw error;
    return withActor(deps, person, async ({ tx }) => OrderSummary.parse(await answerGiven(connectionOf(tx), request)));
  }
}

type Placing = { person: Person; input: NewOrder; request: KeyedRequest };

async function place(work: Work, deps: Deps, { person, input, request }: Placing): Promise<OrderSummary> {
  const sql = connectionOf(work.tx);
  const { organisationId } = person;
  const itemIds = input.lines.map((line) => line.itemId);
  const [branch, items, profile, listeners, given] = await Promise.all([
    readQuoteBranch(sql, organisationId, input.branchId),
    readQuoteItems(sql, organisationId, input.branchId, itemIds),
    readProfile(sql, person),
    listenersOf(work, input),
    // Read last: who already sees what the first of two equal requests has taken sees its answer, too.
    answerGiven(sql, request),
  ]);
  if (given !== null) return OrderSummary.parse(given);

  const wanted = { branch, request: quoteRequestOf(input), at: work.at };
  const arrival = await expectArrival(deps, work.tx, { organisationId, ...wanted });
  const quote = quoteOrder({ ...wanted, items, arrival });
  if (quote.fingerprint !== input.fingerprint) throw new Refusal("quote.changed", { quote: quoteViewOf(quote) });
  const order = newOrder(deps.newId(), { person, input, quote, at: work.at });
  const answer = summaryOf(order);
  await save(work, deps, { order, answer, request, input, quote, profile, listeners });
  return answer;
}

type Saving = Omit<Placing, "person"> & {
  order: OrderRow;
  answer: OrderSummary;
  quote: Quote;
  profile: Profile;
  listeners: readonly Listener[];
};

/** Everything in one go on the wire; the key comes first, so that a second equal request waits before it takes anything. */
async function save(work: Work, deps: Deps, saving: Saving): Promise<void> {
  const { order, answer, request, input, quote, profile, listeners } = saving;
  const sql = connectionOf(work.tx);
  const kitchen = listeners.filter(({ role, reachable }) => role === "kitchen" && reachable);
  const { id: orderId, organisationId, branchId, accountId } = order;
  await Promise.all([
    keepAnswer(sql, deps, request, answer),
    takeStock(sql, deps, { organisationId, branchId, orderId, accountId, at: work.at }, quote.portions),
    saveOrder(sql, deps, order, { quote, input, profile }),
    emptyCart(sql, order),
    input.dropoff?.addressId ? countAddressUse(sql, order, input.dropoff.addressId, work.at) : undefined,
    settleOrderMoney(work, deps, order, "place"),
    announceOrder(work, order, "place", kitchen),
    order.status === "placed" && kitchenKnows(work, order) ? alertKitchen(work, deps, order, listeners) : undefined,
  ]);
  if (order.releaseAt) work.wake({ kind: "order-release", subjectId: orderId, at: order.releaseAt });
  if (order.invoiceExpiresAt) work.wake({ kind: "invoice-expiry", subjectId: orderId, at: order.invoiceExpiresAt });
  work.afterCommit(() => deps.metrics.ordersPlaced.inc());
  if (quote.portions.length > 0) work.afterCommit(() => forgetMenu(deps, organisationId, [branchId]));
}

type Beginning = { person: Person; input: NewOrder; quote: Quote; at: Date };

/** An invoice order waits for its payment and alerts nobody; a cash order is placed. */
function newOrder(id: Id, { person, input, quote, at }: Beginning): OrderRow {
  const byInvoice = input.paymentMethod === "invoice";
  const { times } = quote;
  return {
    organisationId: person.organisationId,
    id,
    code: orderCode(id),
    branchId: quote.branchId,
    accountId: person.accountId,
    botId: person.botId,
    status: byInvoice ? "awaiting_payment" : "placed",
    statusAt: at,
    version: 1,
    fulfilment: quote.fulfilment,
    zoneId: quote.zoneId,
    paymentMethod: input.paymentMethod,
    currency: quote.currency,
    subtotalMinor: quote.subtotalMinor,
    feeMinor: quote.feeMinor,
    totalMinor: quote.totalMinor,
    cashGivenMinor: byInvoice ? null : (input.cashGivenMinor ?? null),
    distanceMetres: quote.distanceMetres,
    placedAt: at,
    scheduledFor: times.scheduledFor,
    releaseAt: times.releaseAt,
    promisedAt: times.promisedAt,
    confirmedAt: null,
    readyAt: times.readyAt,
    saidReadyAt: null,
    invoiceExpiresAt: byInvoice ? new Date(at.getTime() + INVOICE_LIFETIME_MS) : null,
    closedAt: null,
    reason: null,
  };
}
