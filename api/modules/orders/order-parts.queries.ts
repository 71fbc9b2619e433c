import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, couriers, deliveries, orderContacts, orderLines, profiles, timeline } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { OrderRow } from "./order-row";

type Which = { organisationId: Id; ids: readonly Id[] };
type Tx = Work["tx"];

/** Everything that belongs to orders of one organisation, in one go on the wire however many they are. By order id. */
export async function readOrderParts(tx: Tx, organisationId: Id, orders: readonly OrderRow[]) {
  const which = { organisationId, ids: orders.map(({ id }) => id) };
  const ofBranches = { organisationId, ids: [...new Set(orders.map(({ branchId }) => branchId))] };
  const [branchRows, contactRows, lines, history, newest] = await Promise.all([
    branchesOf(tx, ofBranches),
    contactsOf(tx, which),
    linesOf(tx, which),
    historyOf(tx, which),
    newestDeliveriesOf(tx, which),
  ]);
  const branchOf = new Map(branchRows.map((branch) => [branch.id, branch]));
  const contactOf = new Map(contactRows.map((contact) => [contact.orderId, contact]));
  const linesByOrder = Map.groupBy(lines, ({ orderId }) => orderId);
  const historyByOrder = Map.groupBy(history, ({ orderId }) => orderId);
  const deliveryOf = new Map(newest.map((row) => [row.delivery.orderId, row]));
  return new Map(
    orders.map(({ id, branchId }) => [
      id,
      {
        branch: branchOf.get(branchId)!,
        contact: contactOf.get(id) ?? null,
        lines: linesByOrder.get(id) ?? [],
        history: historyByOrder.get(id) ?? [],
        delivery: deliveryOf.get(id) ?? null,
      },
    ]),
  );
}
export type OrderParts = Awaited<ReturnType<typeof readOrderParts>> extends Map<Id, infer Parts> ? Parts : never;

const branchesOf = (tx: Tx, { organisationId, ids }: Which) =>
  tx
    .select()
    .from(branches)
    .where(and(eq(branches.organisationId, organisationId), inArray(branches.id, [...ids])));

const contactsOf = (tx: Tx, { organisationId, ids }: Which) =>
  tx
    .select()
    .from(orderContacts)
    .where(and(eq(orderContacts.organisationId, organisationId), inArray(orderContacts.orderId, [...ids])));

const linesOf = (tx: Tx, { organisationId, ids }: Which) =>
  tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.organisationId, organisationId), inArray(orderLines.orderId, [...ids])))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));

const historyOf = (tx: Tx, { organisationId, ids }: Which) =>
  tx
    .select()
    .from(timeline)
    .where(and(eq(timeline.organisationId, organisationId), inArray(timeline.orderId, [...ids])))
    .orderBy(asc(timeline.at), asc(timeline.id));

/** A delivery that was cancelled may have been followed by another one: the newest counts. */
const newestDeliveriesOf = (tx: Tx, { organisationId, ids }: Which) =>
  tx
    .selectDistinctOn([deliveries.orderId], { delivery: deliveries, courier: couriers, firstName: profiles.firstName })
    .from(deliveries)
    .leftJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(deliveries.organisationId, organisationId), inArray(deliveries.orderId, [...ids])))
    .orderBy(asc(deliveries.orderId), desc(deliveries.createdAt), desc(deliveries.id));
