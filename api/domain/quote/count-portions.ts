import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { LineRequest, Portion, QuoteItem } from "./quote-types";

/**
 * What the lines together take from counted stock, in item-id order. A promise for this moment only: placing settles
 * it by a conditional update.
 *
 * @throws Refusal `item.out_of_stock` with what is `left`
 */
export function countPortions(items: ReadonlyMap<Id, QuoteItem>, lines: readonly LineRequest[]): Portion[] {
  const wanted = new Map<Id, number>();
  for (const { itemId, quantity } of lines) wanted.set(itemId, (wanted.get(itemId) ?? 0) + quantity);

  const portions: Portion[] = [];
  for (const [itemId, quantity] of wanted) {
    const left = items.get(itemId)?.stock ?? null;
    if (left === null) continue;
    if (left < quantity) throw new Refusal("item.out_of_stock", { itemId, wanted: quantity, left });
    portions.push({ itemId, quantity });
  }
  return portions.sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}
