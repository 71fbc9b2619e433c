import type { deliveries } from "#drizzle/schema/index";

export type DeliveryRow = typeof deliveries.$inferSelect;
