import { z } from "zod";

/** Every business row's key: a UUIDv7, so that rows of one moment lie together in an index. */
export const Id = z.uuid();
export type Id = string;

/** The same id as 22 characters of base64url: a Telegram button holds 64 bytes in all. */
export type ShortId = string & { readonly shortId: unique symbol };

const SHORT = /^[\w-]{22}$/;

/** @throws RangeError when `id` is not a UUID: a bug of the caller */
export function toShortId(id: Id): ShortId {
  const hex = id.replaceAll("-", "");
  if (!/^[\da-f]{32}$/i.test(hex)) throw new RangeError(`not a UUID: ${id}`);
  const bytes = hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace("==", "") as ShortId;
}

/** The UUID inside 22 characters of base64url, or `null` when somebody made the text up. */
export function fromShortId(short: string): Id | null {
  if (!SHORT.test(short)) return null;
  const binary = atob(`${short.replaceAll("-", "+").replaceAll("_", "/")}==`);
  const hex = [...binary].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  // The last character carries 4 spare bits; only their zero form is ours, so that an id has one spelling.
  return toShortId(id) === short && Id.safeParse(id).success ? id : null;
}
