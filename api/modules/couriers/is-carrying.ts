import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { CourierRow } from "./lock-courier";

/** Whether he has anything of ours in hand: on board, or still to be fetched. */
export async function isCarrying(
  { tx }: Pick<Work, "tx">,
  { organisationId, id }: Pick<CourierRow, "organisationId" | "id">,
): Promise<boolean> {
  const carried = await tx.$count(
    deliveries,
    and(
      eq(deliveries.organisationId, organisationId),
      eq(deliveries.courierId, id),
      inArray(deliveries.status, [...CARRIED_DELIVERY_STATUSES]),
    ),
  );
  return carried > 0;
}
