import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";

export const FavouriteRef = z.object({ itemId: Id });
export const Favourite = z.object({
  itemId: Id,
  /** A branch that sells it. */
  branchId: Id,
  name: LocalText,
  currency: Currency,
  priceMinor: Price,
});
export const Favourites = z.object({ favourites: z.array(Favourite) });
export type Favourites = z.infer<typeof Favourites>;
