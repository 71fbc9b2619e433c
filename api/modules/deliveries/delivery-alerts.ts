import type { AlertKind } from "#shared/alert/alert";

/** Alerts about one delivery, by its id: they end with it. */
export const DELIVERY_ALERTS: readonly AlertKind[] = ["delivery_unclaimed", "pin_locked"];
