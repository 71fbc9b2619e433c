import { inArray } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { DeliveryStatus } from "#shared/delivery/delivery-status";
import { deliveryViews } from "./deliveries.queries";

/** Deliveries of the organisation in these statuses, the oldest first. */
export const listDeliveries = (work: Work, statuses: readonly DeliveryStatus[]): Promise<DeliveryView[]> =>
  deliveryViews(work, inArray(deliveries.status, [...statuses]));
