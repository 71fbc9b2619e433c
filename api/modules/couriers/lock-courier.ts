import { and, asc, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

export type CourierRow = typeof couriers.$inferSelect;

/**
 * The courier, held until this transaction ends: always the first to be taken, before orders and deliveries. Two taps
 * of one person come one after the other, so that what he carries can be counted.
 * @throws Refusal `courier.not_found`
 */
export async function lockCourier(work: Work, courierId: Id): Promise<CourierRow> {
  const [courier] = await lockCouriers(work, [courierId]);
  if (!courier) throw new Refusal("courier.not_found");
  return courier;
}

/** The same of several, in the order of their ids, so that two who hold many do not wait for each other. */
export const lockCouriers = ({ tx, actor }: Work, courierIds: readonly Id[]): Promise<CourierRow[]> =>
  tx
    .select()
    .from(couriers)
    .where(and(eq(couriers.organisationId, actor.organisationId), inArray(couriers.id, [...courierIds])))
    .orderBy(asc(couriers.id))
    .for("no key update");
