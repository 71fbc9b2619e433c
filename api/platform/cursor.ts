import type { z } from "zod";
import { Refusal } from "#shared/kernel/refusal";

/** A place in a sorted list as one word of a URL. Not a secret: whoever makes one up only looks elsewhere. */
export const writeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** @throws Refusal `request.invalid` for a place that somebody made up */
export function readCursor<Place>(cursor: string, schema: z.ZodType<Place>): Place {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new Refusal("request.invalid");
  }
}
