import { and, eq } from "drizzle-orm";
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
export async function lockCourier({ tx, actor }: Work, courierId: Id): Promise<CourierRow> {
  const [courier] = await tx
    .select()
    .from(couriers)
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)))
    .for("no key update");
  if (!courier) throw new Refusal("courier.not_found");
  return courier;
}
