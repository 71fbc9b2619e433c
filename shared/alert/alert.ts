import { z } from "zod";
import type { Role } from "#shared/kernel/role";

/** What must wake somebody up. */
export const AlertKind = z.enum([
  "order_unconfirmed",
  "order_late",
  "delivery_unclaimed",
  "courier_silent",
  "courier_panic",
  "pin_locked",
  "payment_trouble",
  "customer_unreachable",
]);
export type AlertKind = z.infer<typeof AlertKind>;

/** `resolved`: its cause went away before anybody answered. */
export const AlertState = z.enum(["ringing", "acknowledged", "resolved"]);
export type AlertState = z.infer<typeof AlertState>;

/** Who is rung, from the first to the last. */
export const AlertLevel = z.enum(["on_shift_dispatchers", "all_dispatchers", "managers", "owner"]);
export type AlertLevel = z.infer<typeof AlertLevel>;

/** Whom a level adds; people of the levels below keep being rung. */
export const LEVEL_ADDS: Readonly<Record<AlertLevel, { role: Role; onShiftOnly: boolean }>> = {
  on_shift_dispatchers: { role: "dispatcher", onShiftOnly: true },
  all_dispatchers: { role: "dispatcher", onShiftOnly: false },
  managers: { role: "manager", onShiftOnly: false },
  owner: { role: "owner", onShiftOnly: false },
};

/** Alerts that the kitchen of the branch is rung for as well, from the first level on. */
export const RINGS_KITCHEN: readonly AlertKind[] = ["order_unconfirmed"];
