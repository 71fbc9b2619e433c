import { courierButtons } from "#bots/courier/messages/buttons";
import { staffButtons } from "#bots/dispatcher/messages/buttons";
import type { Id } from "#shared/kernel/ids";
import { type SeenLog, standing } from "./seen-log";

export type ShownStop = { kind: "pickup" | "dropoff"; deliveryId: string };

/** What stands before somebody's eyes: people answer what they see, and nothing else. */
export type Shown = {
  offer(courier: number, offerId: string): boolean;
  /** The trip card is at this door. */
  stop(courier: number, stop: ShownStop): boolean;
  /** How often an alert rang on this phone. */
  rings(person: number, alertId: string): number;
};

/** Where there are no chats to look into, everybody knows everything. */
export const ALL_IS_SHOWN: Shown = { offer: () => true, stop: () => true, rings: () => Number.POSITIVE_INFINITY };

const { accept, arrivePickup, pickUp, arriveDropoff, handOver } = courierButtons;
const DOORS = { pickup: [arrivePickup, pickUp], dropoff: [arriveDropoff, handOver] } as const;

/** Buttons of a trip card that stands at this door. */
export const doorButtons = ({ kind, deliveryId }: ShownStop): string[] =>
  DOORS[kind].map((button) => button.pack([deliveryId as Id]));

export const shownIn = (log: SeenLog): Shown => {
  const stands = (person: number, button: string) =>
    log.everWith(person, button).some((bubble) => standing(bubble)?.buttons.includes(button));
  return {
    offer: (courier, offerId) => stands(courier, accept.pack([offerId as Id])),
    stop: (courier, stop) => doorButtons(stop).some((button) => stands(courier, button)),
    rings: (person, alertId) => ringsOf(log, person, alertId).length,
  };
};

/** When a new message with this alert came to this phone: an edit makes no sound. */
export function ringsOf(log: SeenLog, person: number, alertId: string): number[] {
  const button = staffButtons.take.pack([alertId as Id]);
  return log
    .everWith(person, button)
    .flatMap(({ versions: [first] }) => (first?.buttons.includes(button) ? first.atMs : []));
}
