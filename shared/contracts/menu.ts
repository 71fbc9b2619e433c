import { z } from "zod";
import { StockReason } from "#shared/catalogue/stock";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";

export const MenuModifier = z.object({ id: Id, name: LocalText, priceDeltaMinor: z.int(), available: z.boolean() });

export const MenuModifierGroup = z.object({
  id: Id,
  name: LocalText,
  minChoices: z.int(),
  maxChoices: z.int(),
  modifiers: z.array(MenuModifier),
});

/** `stock` null: not counted. Out of stock shows as not available. */
export const MenuItem = z.object({
  id: Id,
  name: LocalText,
  description: LocalText.nullable(),
  photoMediaId: Id.nullable(),
  priceMinor: Price,
  available: z.boolean(),
  stock: z.int().nullable(),
  modifierGroups: z.array(MenuModifierGroup),
});
export type MenuItem = z.infer<typeof MenuItem>;

export const MenuView = z.object({
  branchId: Id,
  currency: Currency,
  categories: z.array(z.object({ id: Id, name: LocalText, items: z.array(MenuItem) })),
});
export type MenuView = z.infer<typeof MenuView>;

export const MenuSearch = z.object({ q: z.string().trim().min(2).max(60) });

/** Sold out, or there again. */
export const ItemAvailability = z.object({ available: z.boolean() });

/** A new count of what is there. `counted` sets the figure, `received` and `spoiled` change it. */
export const StockChange = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("counted"), stock: z.int().min(0).max(1_000_000).nullable() }),
  z.object({ reason: z.literal("received"), quantity: z.int().min(1).max(1_000_000) }),
  z.object({ reason: z.literal("spoiled"), quantity: z.int().min(1).max(1_000_000) }),
]);
export type StockChange = z.infer<typeof StockChange>;

export const StockView = z.object({ itemId: Id, available: z.boolean(), stock: z.int().nullable() });
export type StockView = z.infer<typeof StockView>;
export const StockLogEntry = z.object({
  delta: z.int(),
  reason: StockReason,
  causeId: Id,
  at: z.iso.datetime(),
});

export const ItemOfBranchRef = z.object({ id: Id, itemId: Id });
