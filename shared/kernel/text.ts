import { z } from "zod";

/**
 * What a person typed. Half a surrogate pair and the zero character are no text to Postgres, so they are refused here
 * and not by an error of the database.
 */
export const plainText = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "holds characters that are no text");

/** A phone number as Telegram hands it over: digits, with or without a plus. */
export const Phone = z.string().regex(/^\+?\d{7,15}$/);
