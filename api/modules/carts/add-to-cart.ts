import { and, eq, sql } from "drizzle-orm";
import { priceLine } from "#api/domain/quote/price-line";
import { readQuoteItems } from "#api/modules/orders/read-quote-inputs";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, cartLines, carts } from "#drizzle/schema/index";
import type { AddToCart, CartView } from "#shared/contracts/cart";
import { QUANTITY_MAX, type WantedLine } from "#shared/contracts/quote";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { cartFor } from "./see-cart";

/**
 * Puts something into the cart; the same choice again makes the line longer, up to the most that may be ordered.
 * @throws Refusal `branch.not_found`, `cart.other_branch` unless it may be replaced; of items and modifiers (`priceLine`)
 */
export const addToCart = (deps: Deps, person: Person, { branchId, replace, ...line }: AddToCart): Promise<CartView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "cart.edit");
    const sold = await readQuoteItems(connectionOf(work.tx), person.organisationId, branchId, [line.itemId]);
    await mustExist(work, branchId);
    priceLine(sold, line);
    const cartId = await openCart(work, deps, person, { branchId, replace });
    await addLine(work, deps, cartId, line);
    return cartFor(work, person);
  });

/** Of which branch the cart is from now on. */
export type Opening = { branchId: Id; replace: boolean };

/**
 * The one cart of the account, held until the transaction ends: two taps at once come one after the other.
 * @throws Refusal `cart.other_branch` when it holds things of another branch that may not be thrown out
 */
export async function openCart(
  { tx, at }: Work,
  { newId }: Pick<Deps, "newId">,
  { organisationId, accountId }: Person,
  { branchId, replace }: Opening,
): Promise<Id> {
  const [cart] = await tx
    .insert(carts)
    .values({ organisationId, id: newId(), accountId, branchId, updatedAt: at })
    .onConflictDoUpdate({ target: [carts.organisationId, carts.accountId], set: { updatedAt: at } })
    .returning();
  const { id, branchId: heldBranchId } = cart!;
  if (heldBranchId === branchId) return id;
  const ofCart = and(eq(cartLines.organisationId, organisationId), eq(cartLines.cartId, id));
  const held = await tx.select({ id: cartLines.id }).from(cartLines).where(ofCart).limit(1);
  if (held.length > 0 && !replace) throw new Refusal("cart.other_branch", { branchId: heldBranchId });
  await Promise.all([
    tx.delete(cartLines).where(ofCart),
    tx
      .update(carts)
      .set({ branchId })
      .where(and(eq(carts.organisationId, organisationId), eq(carts.id, id))),
  ]);
  return id;
}

export const addLine = (
  { tx, actor }: Work,
  { newId }: Pick<Deps, "newId">,
  cartId: Id,
  { itemId, modifierIds, quantity }: WantedLine,
) =>
  tx
    .insert(cartLines)
    .values({
      organisationId: actor.organisationId,
      id: newId(),
      cartId,
      itemId,
      modifierIds: [...modifierIds].sort(),
      quantity,
    })
    .onConflictDoUpdate({
      target: [cartLines.organisationId, cartLines.cartId, cartLines.itemId, cartLines.modifierIds],
      set: { quantity: sql`least(${cartLines.quantity} + excluded.quantity, ${QUANTITY_MAX})` },
    });

async function mustExist({ tx, actor }: Work, branchId: Id): Promise<void> {
  const [branch] = await tx
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.organisationId, actor.organisationId), eq(branches.id, branchId)));
  if (!branch) throw new Refusal("branch.not_found");
}
