import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { QUANTITY_MAX, WantedLine } from "./quote";

/** A line to put in. A cart is of one branch: another branch needs `replace`, which empties it first. */
export const AddToCart = WantedLine.extend({ branchId: Id, replace: z.boolean().default(false) });
export type AddToCart = z.infer<typeof AddToCart>;

/** A new quantity; 0 takes the line out. */
export const ChangeCartLine = z.object({ quantity: z.int().min(0).max(QUANTITY_MAX) });
export const CartLineRef = z.object({ lineId: Id });

/** A line as it would cost now. `available` false: it can no longer be had this way. */
export const CartLine = z.object({
  id: Id,
  itemId: Id,
  modifierIds: z.array(Id),
  quantity: z.int(),
  name: LocalText,
  modifierNames: z.array(LocalText),
  unitMinor: z.int(),
  totalMinor: z.int(),
  available: z.boolean(),
});
export type CartLine = z.infer<typeof CartLine>;

/** Empty: no branch and no lines. */
export const CartView = z.object({
  branchId: Id.nullable(),
  currency: Currency.nullable(),
  lines: z.array(CartLine),
  subtotalMinor: Price,
});
export type CartView = z.infer<typeof CartView>;
