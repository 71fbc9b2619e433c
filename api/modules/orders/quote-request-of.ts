import type { QuoteRequest as DomainRequest, Quote } from "#api/domain/quote/quote-types";
import type { QuoteRequest, QuoteView } from "#shared/contracts/quote";
import { Refusal } from "#shared/kernel/refusal";

/** What somebody asks for, as the quote's rules take it. @throws Refusal `request.invalid` for a delivery to nowhere */
export function quoteRequestOf(input: QuoteRequest): DomainRequest {
  const { lines, scheduledFor, paymentMethod, cashGivenMinor } = input;
  return {
    lines,
    destination: destinationOf(input),
    scheduledFor: scheduledFor ? new Date(scheduledFor) : null,
    payment: paymentMethod === "cash" ? { method: "cash", givenMinor: cashGivenMinor ?? null } : { method: "invoice" },
  };
}

function destinationOf({ fulfilment, dropoff }: QuoteRequest): DomainRequest["destination"] {
  if (fulfilment === "pickup") return { fulfilment };
  if (!dropoff) throw new Refusal("request.invalid", { problems: [{ path: "dropoff", problem: "where to?" }] });
  return { fulfilment, point: { lat: dropoff.lat, lng: dropoff.lng } };
}

export const quoteViewOf = ({ times, portions: _, ...quote }: Quote): QuoteView => ({
  ...quote,
  promisedAt: times.promisedAt.toISOString(),
  arrivesFrom: times.arrivesFrom?.toISOString() ?? null,
  scheduledFor: times.scheduledFor?.toISOString() ?? null,
});
