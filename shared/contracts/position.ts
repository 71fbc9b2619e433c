import { z } from "zod";
import { PositionSource } from "#shared/courier/courier-state";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";

/** A message that carries more is refused whole. */
export const POSITIONS_MAX = 1_000;

/**
 * A position as a phone reports it. Only its shape is checked here; whether it makes sense is answered item by item, so
 * that one absurd fix does not cost the good ones of its message. Time in Unix milliseconds: there are too many of
 * them to parse dates.
 */
export const ReportedPosition = z.object({
  atMs: z.number(),
  lat: z.number(),
  lng: z.number(),
  accuracyMetres: z.number().nullish(),
  headingDegrees: z.number().nullish(),
  source: PositionSource.optional(),
});
export type ReportedPosition = z.infer<typeof ReportedPosition>;

/** One phone, in the order in which it was there. */
export const ReportPositions = z.object({ positions: z.array(ReportedPosition).min(1).max(100) });

/** What a bot heard from many couriers' live locations at once. */
export const HeardPosition = ReportedPosition.extend({ telegramId: z.int() });
export type HeardPosition = z.infer<typeof HeardPosition>;
export const HearPositions = z.object({ positions: z.array(HeardPosition).min(1).max(POSITIONS_MAX) });

export const PositionRefusal = z.enum([
  "position.invalid",
  "position.stale",
  "courier.not_found",
  "courier.not_online",
]);
export type PositionRefusal = z.infer<typeof PositionRefusal>;

/** `index` is the place in the message. */
export const PositionsAnswer = z.object({
  accepted: z.int(),
  refused: z.array(z.object({ index: z.int(), code: PositionRefusal })),
});
export type PositionsAnswer = z.infer<typeof PositionsAnswer>;

/** Where an order is on its way; `null` before it was picked up, after it was handed over, and while nobody knows. */
export const OrderPosition = z.object({
  orderId: Id,
  position: Point.extend({ at: z.iso.datetime() }).nullable(),
});
export type OrderPosition = z.infer<typeof OrderPosition>;
