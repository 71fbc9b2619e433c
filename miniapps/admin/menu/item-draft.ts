import { type ItemView, ItemDraft as Schema } from "#shared/contracts/brand-menu";
import type { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { writeAmount } from "#shared/money/read-amount";
import { minorOf, orNothing, wholeOf } from "../forms/read-fields";

export type Words = { en: string; ru: string; uz: string };
/** `key` tells rows of the form apart before they have an id. */
export type ModifierFields = { key: string; id: string | null; name: Words; delta: string; available: boolean };
export type GroupFields = {
  key: string;
  id: string | null;
  name: Words;
  min: string;
  max: string;
  modifiers: ModifierFields[];
};
export type ItemFields = Words & {
  description: Words;
  categoryId: string;
  price: string;
  photoMediaId: string | null;
  groups: GroupFields[];
};

const NO_WORDS: Words = { en: "", ru: "", uz: "" };
const fieldsOf = (text: LocalText | null): Words => ({ ...NO_WORDS, ...text });
const newKey = (): string => crypto.randomUUID();

export const newModifier = (): ModifierFields => ({
  key: newKey(),
  id: null,
  name: NO_WORDS,
  delta: "0",
  available: true,
});
export const newGroup = (): GroupFields => ({
  key: newKey(),
  id: null,
  name: NO_WORDS,
  min: "0",
  max: "1",
  modifiers: [newModifier()],
});
export const newItem = (categoryId: string): ItemFields => ({
  ...NO_WORDS,
  description: NO_WORDS,
  categoryId,
  price: "",
  photoMediaId: null,
  groups: [],
});

export const fieldsOfItem = (item: ItemView, currency: Currency): ItemFields => ({
  ...fieldsOf(item.name),
  description: fieldsOf(item.description),
  categoryId: item.categoryId,
  price: writeAmount(item.priceMinor, currency),
  photoMediaId: item.photoMediaId,
  groups: item.modifierGroups.map(({ id, name, minChoices, maxChoices, modifiers }) => ({
    key: id ?? newKey(),
    id,
    name: fieldsOf(name),
    min: String(minChoices),
    max: String(maxChoices),
    modifiers: modifiers.map((modifier) => ({
      key: modifier.id ?? newKey(),
      id: modifier.id,
      name: fieldsOf(modifier.name),
      delta: writeAmount(modifier.priceDeltaMinor, currency),
      available: modifier.available,
    })),
  })),
});

const wordsOf = ({ en, ru, uz }: Words) => ({ en, ru: orNothing(ru), uz: orNothing(uz) });
const isEmpty = ({ en, ru, uz }: Words) => !`${en}${ru}${uz}`.trim();

/** What the form holds, as the API takes it. */
export const draftOf =
  (currency: Currency) =>
  ({ description, categoryId, price, photoMediaId, groups, ...name }: ItemFields) => ({
    categoryId,
    name: wordsOf(name),
    description: isEmpty(description) ? null : wordsOf(description),
    priceMinor: minorOf(price, currency),
    photoMediaId,
    modifierGroups: groups.map((group) => ({
      id: group.id,
      name: wordsOf(group.name),
      minChoices: wholeOf(group.min),
      maxChoices: wholeOf(group.max),
      modifiers: group.modifiers.map(({ id, name: words, delta, available }) => ({
        id,
        name: wordsOf(words),
        priceDeltaMinor: minorOf(delta || "0", currency),
        available,
      })),
    })),
  });

export { Schema as ItemSchema };
