import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { addLine, openCart } from "#api/modules/carts/add-to-cart";
import { cartFor } from "#api/modules/carts/see-cart";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { items, modifiers, orderLines, orders } from "#drizzle/schema/index";
import type { CartView } from "#shared/contracts/cart";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/**
 * Puts what was ordered before into the cart; things of another branch are thrown out. What is no longer on the menu is
 * left out, what has only run out shows in the cart as such.
 * @throws Refusal `order.not_found`
 */
export const orderAgain = (deps: Deps, person: Person, id: Id): Promise<CartView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "cart.edit");
    const { organisationId, accountId } = person;
    const [order] = await work.tx
      .select({ branchId: orders.branchId })
      .from(orders)
      .where(and(eq(orders.organisationId, organisationId), eq(orders.id, id), eq(orders.accountId, accountId)));
    if (!order) throw new Refusal("order.not_found");
    const cartId = await openCart(work, deps, person, { branchId: order.branchId, replace: true });
    for (const line of await linesStillSold(work, id)) await addLine(work, deps, cartId, line);
    return cartFor(work, person);
  });

async function linesStillSold({ tx, actor }: Work, orderId: Id) {
  const { organisationId } = actor;
  const lines = await tx
    .select({ itemId: orderLines.itemId, modifiers: orderLines.modifiers, quantity: orderLines.quantity })
    .from(orderLines)
    .innerJoin(items, and(eq(items.organisationId, orderLines.organisationId), eq(items.id, orderLines.itemId)))
    .where(
      and(eq(orderLines.organisationId, organisationId), eq(orderLines.orderId, orderId), isNull(items.archivedAt)),
    )
    .orderBy(asc(orderLines.position));
  const wanted = lines.flatMap((line) => line.modifiers.map((modifier) => modifier.id));
  const kept = await tx
    .select({ id: modifiers.id })
    .from(modifiers)
    .where(
      and(eq(modifiers.organisationId, organisationId), inArray(modifiers.id, wanted), isNull(modifiers.archivedAt)),
    );
  const known = new Set(kept.map((modifier) => modifier.id));
  return lines.map(({ itemId, modifiers: sold, quantity }) => ({
    itemId,
    quantity,
    modifierIds: sold.map((modifier) => modifier.id).filter((modifierId) => known.has(modifierId)),
  }));
}
