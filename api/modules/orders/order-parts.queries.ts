import { and, asc, desc, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, couriers, deliveries, orderContacts, orderLines, profiles, timeline } from "#drizzle/schema/index";
import type { OrderRow } from "./order-row";

/** Everything that belongs to an order, in one go on the wire. */
export async function readOrderParts(work: Pick<Work, "tx">, order: OrderRow) {
  const [[branch], [contact], lines, history, [delivery]] = await Promise.all([
    branchOf(work, order),
    contactOf(work, order),
    linesOf(work, order),
    historyOf(work, order),
    newestDeliveryOf(work, order),
  ]);
  return { branch: branch!, contact: contact ?? null, lines, history, delivery: delivery ?? null };
}
export type OrderParts = Awaited<ReturnType<typeof readOrderParts>>;

const branchOf = ({ tx }: Pick<Work, "tx">, { organisationId, branchId }: OrderRow) =>
  tx
    .select()
    .from(branches)
    .where(and(eq(branches.organisationId, organisationId), eq(branches.id, branchId)));

const contactOf = ({ tx }: Pick<Work, "tx">, { organisationId, id }: OrderRow) =>
  tx
    .select()
    .from(orderContacts)
    .where(and(eq(orderContacts.organisationId, organisationId), eq(orderContacts.orderId, id)));

const linesOf = ({ tx }: Pick<Work, "tx">, { organisationId, id }: OrderRow) =>
  tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.organisationId, organisationId), eq(orderLines.orderId, id)))
    .orderBy(asc(orderLines.position));

const historyOf = ({ tx }: Pick<Work, "tx">, { organisationId, id }: OrderRow) =>
  tx
    .select()
    .from(timeline)
    .where(and(eq(timeline.organisationId, organisationId), eq(timeline.orderId, id)))
    .orderBy(asc(timeline.at), asc(timeline.id));

/** A delivery that was cancelled may have been followed by another one: the newest counts. */
const newestDeliveryOf = ({ tx }: Pick<Work, "tx">, { organisationId, id }: OrderRow) =>
  tx
    .select({ delivery: deliveries, courier: couriers, firstName: profiles.firstName })
    .from(deliveries)
    .leftJoin(
      couriers,
      and(eq(couriers.organisationId, deliveries.organisationId), eq(couriers.id, deliveries.courierId)),
    )
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(deliveries.organisationId, organisationId), eq(deliveries.orderId, id)))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(1);
