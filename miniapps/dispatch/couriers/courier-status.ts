import type { BoardCourier } from "#shared/contracts/board";

/** As in `shared/courier/courier-state`: from here on dispatch does not think of them. */
const STALE_MS = 180_000;

export type CourierLook = "free" | "busy" | "full" | "break" | "offline" | "stale";

/** How a courier is drawn. Silence counts before everything but a break: nobody knows where they are. */
export function courierLook(courier: BoardCourier, seenMs: number | null, nowMs: number): CourierLook {
  if (courier.state === "on_break") return "break";
  if (courier.state === "offline") return "offline";
  if (seenMs === null || nowMs - seenMs > STALE_MS) return "stale";
  if (courier.activeOrders === 0) return "free";
  return courier.activeOrders >= courier.capacity ? "full" : "busy";
}

const ORDER: readonly CourierLook[] = ["free", "busy", "full", "stale", "break", "offline"];

/** Those first whom somebody looks for when an order must go: free ones, then the least laden. */
export const inOrderOfUse = (a: { look: CourierLook; load: number }, b: { look: CourierLook; load: number }): number =>
  ORDER.indexOf(a.look) - ORDER.indexOf(b.look) || a.load - b.load;
