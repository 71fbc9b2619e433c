import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Quote } from "./quote-types";

type Priced = Omit<Quote, "fingerprint" | "times" | "changeMinor" | "portions" | "distanceMetres">;

/**
 * 32 hex digits that stay the same as long as nothing that makes the price has changed: the branch, each line with its
 * choices and prices, the zone and its fee. Times are left out: a promise moves with every minute.
 */
export function fingerprintOf(quote: Priced): string {
  const lines = quote.lines.map(({ itemId, modifiers, unitMinor, quantity }) => [
    itemId,
    modifiers.map(({ id, priceDeltaMinor }) => [id, priceDeltaMinor]),
    unitMinor,
    quantity,
  ]);
  const { branchId, currency, fulfilment, zoneId, feeMinor, totalMinor } = quote;
  const text = JSON.stringify([branchId, currency, fulfilment, zoneId, feeMinor, totalMinor, lines]);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}
