import { and, asc, eq, inArray } from "drizzle-orm";
import { priceLine } from "#api/domain/quote/price-line";
import type { QuoteItem } from "#api/domain/quote/quote-types";
import { readQuoteItems } from "#api/modules/orders/read-quote-inputs";
import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, cartLines, carts, items, modifiers } from "#drizzle/schema/index";
import type { CartLine, CartView } from "#shared/contracts/cart";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import { Refusal } from "#shared/kernel/refusal";

const EMPTY: CartView = { branchId: null, currency: null, lines: [], subtotalMinor: 0 };

/** My cart, at the prices of this moment. */
export const seeCart = (deps: Deps, person: Person): Promise<CartView> =>
  withActor(deps, person, (work) => {
    mustMay(person, "cart.edit");
    return cartFor(work, person);
  });

/** As `seeCart`, in a transaction that is open already. */
export async function cartFor(work: Work, { organisationId, accountId }: Person): Promise<CartView> {
  const rows = await work.tx
    .select({
      branchId: carts.branchId,
      currency: branches.currency,
      line: cartLines,
      name: items.name,
      priceMinor: items.priceMinor,
    })
    .from(carts)
    .innerJoin(branches, and(eq(branches.organisationId, carts.organisationId), eq(branches.id, carts.branchId)))
    .innerJoin(cartLines, and(eq(cartLines.organisationId, carts.organisationId), eq(cartLines.cartId, carts.id)))
    .innerJoin(items, and(eq(items.organisationId, cartLines.organisationId), eq(items.id, cartLines.itemId)))
    .where(and(eq(carts.organisationId, organisationId), eq(carts.accountId, accountId)))
    .orderBy(asc(cartLines.id));
  const [first] = rows;
  if (!first) return EMPTY;
  const itemIds = rows.map(({ line }) => line.itemId);
  const [sold, names] = await Promise.all([
    readQuoteItems(connectionOf(work.tx), organisationId, first.branchId, itemIds),
    modifierNames(
      work,
      rows.flatMap(({ line }) => line.modifierIds),
    ),
  ]);
  const lines = rows.map((row) => lineView(row, sold, names));
  const subtotalMinor = lines.filter(({ available }) => available).reduce((sum, line) => sum + line.totalMinor, 0);
  return { branchId: first.branchId, currency: first.currency, lines, subtotalMinor };
}

type Row = { line: typeof cartLines.$inferSelect; name: LocalText; priceMinor: number };

function lineView(
  { line, name, priceMinor }: Row,
  sold: ReadonlyMap<Id, QuoteItem>,
  names: ReadonlyMap<Id, LocalText>,
): CartLine {
  const { id, itemId, modifierIds, quantity } = line;
  const unitMinor = unitPrice(line, sold);
  return {
    id,
    itemId,
    modifierIds,
    quantity,
    name,
    modifierNames: modifierIds.flatMap((modifierId) => names.get(modifierId) ?? []),
    unitMinor: unitMinor ?? priceMinor,
    totalMinor: (unitMinor ?? priceMinor) * quantity,
    available: unitMinor !== null,
  };
}

/** Null when it can no longer be had this way: a line stays in the cart, and says so. */
function unitPrice(line: Row["line"], sold: ReadonlyMap<Id, QuoteItem>): number | null {
  const stock = sold.get(line.itemId)?.stock ?? null;
  if (stock !== null && stock < line.quantity) return null;
  try {
    return priceLine(sold, line).unitMinor;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function modifierNames({ tx, actor }: Work, ids: readonly Id[]): Promise<Map<Id, LocalText>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: modifiers.id, name: modifiers.name })
    .from(modifiers)
    .where(and(eq(modifiers.organisationId, actor.organisationId), inArray(modifiers.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
