import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { Price } from "#shared/kernel/money";
import { plainText } from "#shared/kernel/text";

/** The customer rates the food and the courier; the courier rates the customer. */
export const RatingAbout = z.enum(["food", "courier", "customer"]);
export type RatingAbout = z.infer<typeof RatingAbout>;

export const NewRating = z.object({
  about: RatingAbout,
  stars: z.int().min(1).max(5),
  comment: plainText(500).nullish(),
});
export type NewRating = z.infer<typeof NewRating>;

export const RatingView = z.object({
  id: Id,
  orderId: Id,
  about: RatingAbout,
  stars: z.int(),
  comment: z.string().nullable(),
  at: z.iso.datetime(),
});
export type RatingView = z.infer<typeof RatingView>;

/** What the asker gave for an order. */
export const OwnRatings = z.object({ ratings: z.array(RatingView) });

/** A tip that was paid in the chat. Cash tips never pass through the business. */
export const TipView = z.object({ orderId: Id, amountMinor: Price });
