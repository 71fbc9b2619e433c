import { and, asc, desc, eq, inArray, isNull, like, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Actor, Person } from "#api/platform/actor";
import { staffOf } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { orderContacts, orders } from "#drizzle/schema/index";
import type { MyOrdersQuery, OpenOrdersQuery, OrderSearch, OrderSummary } from "#shared/contracts/order";
import { Refusal } from "#shared/kernel/refusal";
import { summaryOf } from "./summary-of";

/** More than anybody looks through. */
const FOUND_MAX = 20;
const OPEN_MAX = 500;

/** The customer's own orders, newest first. */
export const myOrders = (
  deps: Deps,
  person: Person,
  { before, limit }: z.infer<typeof MyOrdersQuery>,
): Promise<OrderSummary[]> =>
  withActor(deps, person, async ({ tx }) => {
    mustMay(person, "order.see_own");
    const rows = await tx
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.organisationId, person.organisationId),
          eq(orders.accountId, person.accountId),
          before ? lt(orders.placedAt, new Date(before)) : undefined,
        ),
      )
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(limit);
    return rows.map(summaryOf);
  });

/**
 * What is still open at a branch, or at every branch that the asker works for, oldest first: the kitchen's screen.
 * @throws Refusal `auth.not_allowed`, `branch.not_found` for staff of another branch
 */
export const openOrders = (
  deps: Deps,
  actor: Actor,
  { branchId }: z.infer<typeof OpenOrdersQuery>,
): Promise<OrderSummary[]> =>
  withActor(deps, actor, async ({ tx }) => {
    mustMay(actor, "order.see");
    if (branchId && !staffOf(actor, branchId)) throw new Refusal("branch.not_found");
    const rows = await tx
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.organisationId, actor.organisationId),
          branchId ? eq(orders.branchId, branchId) : ofTheirBranches(actor),
          isNull(orders.closedAt),
          sql`${orders.status} <> 'awaiting_payment'`,
        ),
      )
      .orderBy(asc(orders.placedAt))
      .limit(OPEN_MAX);
    return rows.map(summaryOf);
  });

const ofTheirBranches = ({ branches }: Actor) =>
  branches === "all" ? undefined : inArray(orders.branchId, [...branches]);

/** Staff look an order up by its code, or by the last digits of the customer's phone; newest first. */
export const searchOrders = (deps: Deps, actor: Actor, { q }: z.infer<typeof OrderSearch>): Promise<OrderSummary[]> =>
  withActor(deps, actor, async ({ tx }) => {
    mustMay(actor, "order.see");
    const reversed = [...q].reverse().join("");
    const rows = await tx
      .select({ order: orders })
      .from(orders)
      .leftJoin(
        orderContacts,
        and(eq(orderContacts.organisationId, orders.organisationId), eq(orderContacts.orderId, orders.id)),
      )
      .where(
        and(
          eq(orders.organisationId, actor.organisationId),
          ofTheirBranches(actor),
          /^\d+$/.test(q)
            ? like(sql`reverse(${orderContacts.phone})`, `${reversed}%`)
            : eq(orders.code, q.toUpperCase()),
        ),
      )
      .orderBy(desc(orders.placedAt))
      .limit(FOUND_MAX);
    return rows.map(({ order }) => summaryOf(order));
  });
