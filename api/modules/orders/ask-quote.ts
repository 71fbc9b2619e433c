import { quoteOrder } from "#api/domain/quote/quote-order";
import { expectArrival } from "#api/modules/forecast/expect-arrival";
import type { Actor } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { QuoteRequest, QuoteView } from "#shared/contracts/quote";
import { quoteRequestOf, quoteViewOf } from "./quote-request-of";
import { readQuoteBranch, readQuoteItems } from "./read-quote-inputs";

/**
 * What an order would cost and when it would come. Changes nothing and reserves nothing.
 * @throws Refusal as `quoteOrder` of the domain; `branch.not_found`
 */
export const askQuote = (deps: Deps, actor: Actor, input: QuoteRequest): Promise<QuoteView> =>
  withActor(deps, actor, async ({ tx, at }) => {
    const sql = connectionOf(tx);
    const itemIds = input.lines.map((line) => line.itemId);
    const [branch, items] = await Promise.all([
      readQuoteBranch(sql, actor.organisationId, input.branchId),
      readQuoteItems(sql, actor.organisationId, input.branchId, itemIds),
    ]);
    const request = quoteRequestOf(input);
    const arrival = await expectArrival(deps, tx, { organisationId: actor.organisationId, branch, request, at });
    return quoteViewOf(quoteOrder({ branch, items, request, at, arrival }));
  });
