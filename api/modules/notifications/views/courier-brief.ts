import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { couriers, profiles } from "#drizzle/schema/index";
import type { CourierBrief } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";

/** Enough of a courier to speak of them; `null`: there is none of this id. */
export async function courierBrief({ tx, actor }: Work, courierId: Id): Promise<CourierBrief | null> {
  const [row] = await tx
    .select({ courier: couriers, name: profiles })
    .from(couriers)
    .innerJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, courierId)));
  if (!row) return null;
  const { id, accountId, vehicle, status, state, lastLat, lastLng, lastPositionAt } = row.courier;
  const known = lastLat !== null && lastLng !== null && lastPositionAt !== null;
  return {
    id,
    accountId,
    firstName: row.name.firstName,
    lastName: row.name.lastName,
    phone: row.name.phone,
    vehicle,
    status,
    state,
    position: known ? { lat: lastLat, lng: lastLng, at: lastPositionAt.toISOString() } : null,
  };
}
