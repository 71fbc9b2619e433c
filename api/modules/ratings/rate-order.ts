import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { uniqueViolation } from "#api/platform/database-problems";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers, deliveries, orders, ratings } from "#drizzle/schema/index";
import type { NewRating, RatingAbout, RatingView } from "#shared/contracts/rating";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { OrderStatus } from "#shared/order/order-status";

/** When there is something to rate: the food once it arrived, the people also when it did not. */
const RATEABLE: Readonly<Record<RatingAbout, readonly OrderStatus[]>> = {
  food: ["delivered"],
  courier: ["delivered", "failed", "returned"],
  customer: ["delivered", "failed", "returned"],
};

/**
 * The customer rates food and courier, the courier rates the customer, each once per order.
 * @throws Refusal `order.not_found`, `rating.not_allowed`, `rating.already_given`
 */
export async function rateOrder(deps: Deps, person: Person, rating: NewRating & { id: Id }): Promise<RatingView> {
  try {
    return await withActor(deps, person, (work) => rate(work, deps, person, rating));
  } catch (error) {
    // Race: two taps at once; the unique index lets one in.
    if (uniqueViolation(error)?.startsWith("ratings_once")) throw new Refusal("rating.already_given");
    throw error;
  }
}

async function rate(
  work: Work,
  deps: Deps,
  person: Person,
  { id: orderId, about, stars, comment }: NewRating & { id: Id },
): Promise<RatingView> {
  mustMay(person, "rating.give");
  const { organisationId, accountId: byAccountId } = person;
  const order = await readParties(work, orderId);
  const isCustomer = order?.accountId === person.accountId && person.roles.includes("customer");
  const isCourier = order?.courierId != null && order.courierId === person.courierId;
  if (!order || !(isCustomer || isCourier)) throw new Refusal("order.not_found");
  const aboutId = { food: order.branchId, courier: order.courierId, customer: order.accountId }[about];
  const theirs = about === "customer" ? isCourier : isCustomer;
  if (!theirs || !aboutId || !RATEABLE[about].includes(order.status)) throw new Refusal("rating.not_allowed");

  const row = { organisationId, id: deps.newId(), orderId, byAccountId, about, aboutId, stars, at: work.at };
  await work.tx.insert(ratings).values({ ...row, comment: comment ?? null });
  if (about === "courier") await countStars(work, aboutId, stars);
  const courierId = about === "food" ? null : order.courierId;
  work.emit({ kind: "rating.given", body: { orderId, courierId, about, stars } });
  return { id: row.id, orderId, about, stars, comment: comment ?? null, at: work.at.toISOString() };
}

/** The order with the courier who had it last. */
async function readParties({ tx, actor }: Work, orderId: Id) {
  const [row] = await tx
    .select({
      accountId: orders.accountId,
      branchId: orders.branchId,
      status: orders.status,
      courierId: deliveries.courierId,
    })
    .from(orders)
    .leftJoin(
      deliveries,
      and(
        eq(deliveries.organisationId, orders.organisationId),
        eq(deliveries.orderId, orders.id),
        isNotNull(deliveries.courierId),
      ),
    )
    .where(and(eq(orders.organisationId, actor.organisationId), eq(orders.id, orderId)))
    .orderBy(desc(deliveries.createdAt))
    .limit(1);
  return row;
}

const countStars = ({ tx, actor }: Work, courierId: Id, stars: number) =>
  tx
    .update(couriers)
    .set({ ratingSum: sql`${couriers.ratingSum} + ${stars}`, ratingCount: sql`${couriers.ratingCount} + 1` })
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)));
