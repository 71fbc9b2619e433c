import { listTimes } from "#api/domain/quote/list-times";
import type { Actor } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { OrderTimes, QuoteRequest } from "#shared/contracts/quote";
import { quoteRequestOf } from "./quote-request-of";
import { readQuoteBranch, readQuoteItems } from "./read-quote-inputs";

/** The half hours of today and tomorrow at which this order could come. @throws Refusal as `askQuote` */
export const askTimes = (deps: Deps, actor: Actor, input: QuoteRequest): Promise<OrderTimes> =>
  withActor(deps, actor, async ({ tx, at }) => {
    const sql = connectionOf(tx);
    const itemIds = input.lines.map((line) => line.itemId);
    const [branch, items] = await Promise.all([
      readQuoteBranch(sql, actor.organisationId, input.branchId),
      readQuoteItems(sql, actor.organisationId, input.branchId, itemIds),
    ]);
    const times = listTimes({ branch, items, request: quoteRequestOf(input), at });
    return { times: times.map((time) => time.toISOString()) };
  });
