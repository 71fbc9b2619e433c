import { and, eq, inArray } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { cartLines, carts } from "#drizzle/schema/index";
import type { CartView } from "#shared/contracts/cart";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { cartFor } from "./see-cart";

/** Another quantity for a line of my cart; 0 takes it out. @throws Refusal `item.not_found` for a line that is not there */
export const changeCartLine = (
  deps: Deps,
  person: Person,
  { lineId, quantity }: { lineId: Id; quantity: number },
): Promise<CartView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "cart.edit");
    const mine = and(linesOf(work, person), eq(cartLines.id, lineId));
    const changed =
      quantity === 0
        ? await work.tx.delete(cartLines).where(mine).returning()
        : await work.tx.update(cartLines).set({ quantity }).where(mine).returning();
    if (changed.length === 0) throw new Refusal("item.not_found");
    return cartFor(work, person);
  });

export const clearCart = (deps: Deps, person: Person): Promise<CartView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "cart.edit");
    await work.tx.delete(cartLines).where(linesOf(work, person));
    return cartFor(work, person);
  });

const linesOf = ({ tx }: Work, { organisationId, accountId }: Person) =>
  and(
    eq(cartLines.organisationId, organisationId),
    inArray(
      cartLines.cartId,
      tx
        .select({ id: carts.id })
        .from(carts)
        .where(and(eq(carts.organisationId, organisationId), eq(carts.accountId, accountId))),
    ),
  );
