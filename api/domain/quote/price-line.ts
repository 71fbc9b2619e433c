import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { LineRequest, QuotedLine, QuoteItem, QuoteModifier, QuoteModifierGroup } from "./quote-types";

/**
 * Prices one line from the menu as it is now.
 *
 * @throws Refusal `item.not_found`, `item.unavailable`, `modifier.not_found`, `modifier.unavailable`,
 * `modifier.choice_count`, `modifier.combination_not_sold` when the choices would make it cost less than nothing
 */
export function priceLine(items: ReadonlyMap<Id, QuoteItem>, line: LineRequest): QuotedLine {
  const item = items.get(line.itemId);
  if (!item) throw new Refusal("item.not_found", { itemId: line.itemId });
  if (!isSold(item)) throw new Refusal("item.unavailable", { itemId: item.id });

  const chosen = chooseModifiers(item, line.modifierIds);
  const unitMinor = chosen.reduce((sum, { priceDeltaMinor }) => sum + priceDeltaMinor, item.priceMinor);
  if (unitMinor < 0) throw new Refusal("modifier.combination_not_sold", { itemId: item.id });

  const modifiers = chosen.map(({ id, name, priceDeltaMinor }) => ({ id, name, priceDeltaMinor }));
  const { quantity } = line;
  return { itemId: item.id, name: item.name, modifiers, unitMinor, quantity, totalMinor: unitMinor * quantity };
}

/** An item whose compulsory choice has run out cannot be had, whatever its own switch says. */
const isSold = ({ available, groups }: QuoteItem): boolean =>
  available &&
  groups.every(({ modifiers, minChoices }) => modifiers.filter((each) => each.available).length >= minChoices);

/** In the menu's order, so that the same choices are the same line however they were tapped. */
function chooseModifiers(item: QuoteItem, ids: readonly Id[]): QuoteModifier[] {
  const offered = new Set(item.groups.flatMap(({ modifiers }) => modifiers.map(({ id }) => id)));
  const strange = ids.find((id) => !offered.has(id));
  if (strange) throw new Refusal("modifier.not_found", { itemId: item.id, modifierId: strange });
  return item.groups.flatMap((group) => chooseIn(item, group, ids));
}

function chooseIn(item: QuoteItem, group: QuoteModifierGroup, ids: readonly Id[]): QuoteModifier[] {
  const { minChoices, maxChoices, modifiers } = group;
  const chosen = modifiers.filter(({ id }) => ids.includes(id));
  const count = ids.filter((id) => modifiers.some((modifier) => modifier.id === id)).length;
  // The same choice twice is not two choices: a double portion is a modifier of its own.
  if (count !== chosen.length || count < minChoices || count > maxChoices)
    throw new Refusal("modifier.choice_count", { itemId: item.id, groupId: group.id, minChoices, maxChoices });

  const gone = chosen.find(({ available }) => !available);
  if (gone) throw new Refusal("modifier.unavailable", { itemId: item.id, modifierId: gone.id });
  return chosen;
}
