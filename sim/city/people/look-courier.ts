import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { Point } from "#shared/kernel/geo";
import { codeIn, on, type Seen, type Sight } from "#sim/city/mind/sight";
import type { SeenMessage } from "#sim/telegram/world/person-event";

/** A trip card as a courier reads it: the next door, and what can be tapped there. */
export type Card = { deliveryId: string; code: string | null; to: Point; at: "counter" | "door"; open: Seen[] };

const COUNTER = [buttons.arrivePickup, buttons.pickUp];
const DOOR = [buttons.arriveDropoff, buttons.handOver];

/** The cards that are still under way, the oldest first. */
export const cardsOf = (sight: Sight): Card[] =>
  sight.flatMap((message) => {
    const to = destinationOf(message);
    const counter = COUNTER.flatMap((button) => on(message, button));
    const open = counter.length > 0 ? counter : DOOR.flatMap((button) => on(message, button));
    const deliveryId = open[0]?.ids[0];
    if (!to || !deliveryId) return [];
    return [{ deliveryId, code: codeIn(message), to, at: counter.length > 0 ? "counter" : "door", open } as const];
  });

/** Where its "navigate" leads. */
function destinationOf({ reply_markup }: SeenMessage): Point | null {
  const links = (reply_markup?.inline_keyboard ?? []).flat().flatMap((key) => ("url" in key ? [key.url] : []));
  const [lat, lng] = links
    .flatMap((link) => new URL(link).searchParams.get("destination")?.split(",").map(Number) ?? [])
    .slice(0, 2);
  const point = Point.safeParse({ lat, lng });
  return point.success ? point.data : null;
}
