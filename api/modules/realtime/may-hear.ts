import { and, eq, type SQL } from "drizzle-orm";
import { hasRole, type Person, staffOf } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { rolesOf } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, couriers, deliveries, orders } from "#drizzle/schema/index";
import { parseTopic, type TopicKind } from "#shared/contracts/events";
import type { Id } from "#shared/kernel/ids";
import { may } from "#shared/kernel/permissions";

/** Whether this person may listen there. Strangers learn nothing: what is not there is not allowed either. */
export async function mayHear(deps: Deps, person: Person, text: string): Promise<boolean> {
  const topic = parseTopic(text);
  return topic !== null && withActor(deps, person, (work) => RIGHTS[topic.kind](work, person, topic.id));
}

type Right = (work: Work, person: Person, id: Id) => Promise<boolean>;

const RIGHTS: Readonly<Record<TopicKind, Right>> = {
  board: async (_work, person, id) => id === person.organisationId && may(rolesOf(person), "board.see"),
  branch: async (work, person, id) =>
    staffOf(person, id) &&
    exists(work, branches, and(eq(branches.organisationId, person.organisationId), eq(branches.id, id))),
  courier: async (work, person, id) =>
    id === person.courierId ||
    (may(rolesOf(person), "courier.see") &&
      (await exists(work, couriers, and(eq(couriers.organisationId, person.organisationId), eq(couriers.id, id))))),
  order: async (work, person, id) => (await ownOrder(work, person, id)) || carries(work, person, id),
};

const exists = async ({ tx }: Work, table: typeof branches | typeof couriers, which: SQL | undefined) =>
  (await tx.$count(table, which)) > 0;

/** Its customer, or staff of its branch. */
async function ownOrder({ tx }: Work, person: Person, id: Id): Promise<boolean> {
  const [order] = await tx
    .select({ accountId: orders.accountId, branchId: orders.branchId })
    .from(orders)
    .where(and(eq(orders.organisationId, person.organisationId), eq(orders.id, id)));
  if (!order) return false;
  return (hasRole(person, "customer") && order.accountId === person.accountId) || staffOf(person, order.branchId);
}

/** The courier who has it, or had it. */
async function carries({ tx }: Work, { organisationId, courierId }: Person, orderId: Id): Promise<boolean> {
  if (!courierId) return false;
  const mine = and(
    eq(deliveries.organisationId, organisationId),
    eq(deliveries.orderId, orderId),
    eq(deliveries.courierId, courierId),
  );
  return (await tx.$count(deliveries, mine)) > 0;
}
