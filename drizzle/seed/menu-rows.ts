import type { LocalText } from "#shared/kernel/language";

/** English, Russian, Uzbek. */
export type Words = readonly [en: string, ru: string, uz: string];
/** A choice and what it adds to the price, in soʻm. */
export type ChoiceRow = readonly [name: Words, addsSom: number];
export type GroupRow = { name: Words; min: number; max: number; choices: readonly ChoiceRow[] };
export type ItemRow = { name: Words; about?: Words; som: number; groups?: readonly GroupRow[]; stock?: number };
export type CategoryRow = { name: Words; items: readonly ItemRow[] };

export const words = ([en, ru, uz]: Words): LocalText => ({ en, ru, uz });
