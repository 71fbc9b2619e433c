import { InlineKeyboard } from "grammy";
import { money, timeOfDay } from "#bots/kit/format";
import type { Outgoing } from "#bots/kit/outlet/outgoing";
import { escapeHtml, type Words, wordId } from "#bots/kit/words";
import type { TripStop, TripView } from "#shared/contracts/trip";
import type { DeliveryAction } from "#shared/delivery/delivery-status";
import type { Point } from "#shared/kernel/geo";
import { inLanguage } from "#shared/kernel/language";
import { courierButtons as buttons } from "./buttons";

/** One card for the whole trip, which shows the next door only. */
export function tripCard(trip: TripView, words: Words): Outgoing {
  const stop = nextStop(trip);
  if (!stop) return { as: "text", text: ending(trip, words) };
  const left = trip.stops.filter(isOpen).length;
  const lines = stop.kind === "pickup" ? pickupLines(stop, words) : dropoffLines(trip, stop, words);
  const text = [
    words.html("trip-title", { left: String(left), pay: money(trip.payMinor, trip.currency, words) }),
    "",
    ...lines,
  ];
  return { as: "text", text: text.join("\n"), keyboard: keyboard(stop, words) };
}

const isOpen = ({ status }: TripStop): boolean => status === "pending" || status === "arrived";

/** The first door that is not done; stops are in driving order. */
export const nextStop = ({ stops }: TripView): TripStop | undefined =>
  [...stops].sort((a, b) => a.position - b.position).find(isOpen);

const ending = (trip: TripView, words: Words): string =>
  words.html(trip.status === "done" ? "trip-done" : "trip-over", { pay: money(trip.payMinor, trip.currency, words) });

const pickupLines = (stop: TripStop, words: Words): string[] => [
  `<b>${words.html("trip-fetch", { code: stop.orderCode })}</b>`,
  escapeHtml(inLanguage(stop.branchName, words.language)),
  ...(stop.addressText ? [escapeHtml(stop.addressText)] : []),
  words.html("trip-ready", { time: timeOfDay(stop.readyAt, words) }),
];

function dropoffLines(trip: TripView, stop: TripStop, words: Words): string[] {
  const { html } = words;
  const amount = (minor: number) => money(minor, trip.currency, words);
  return [
    `<b>${html("trip-bring", { code: stop.orderCode, name: stop.name ?? "" })}</b>`,
    ...(stop.addressText ? [`📍 ${escapeHtml(stop.addressText)}`] : []),
    ...(stop.landmark ? [html("checkout-landmark", { landmark: stop.landmark })] : []),
    ...(stop.note ? [html("checkout-note", { note: stop.note })] : []),
    html("order-promise", { time: timeOfDay(stop.promisedAt, words) }),
    stop.cashToCollectMinor > 0
      ? `<b>${html("trip-cash", { amount: amount(stop.cashToCollectMinor) })}</b>`
      : html("trip-paid"),
    ...(stop.cashGivenMinor
      ? [html("trip-bring-change", { amount: amount(stop.cashGivenMinor - stop.cashToCollectMinor) })]
      : []),
    ...(stop.pinLocked ? [html("trip-pin-locked")] : []),
  ];
}

const BUTTON_OF: Readonly<Partial<Record<DeliveryAction, keyof typeof buttons>>> = {
  arrive_pickup: "arrivePickup",
  pick_up: "pickUp",
  arrive_dropoff: "arriveDropoff",
  hand_over: "handOver",
  fail: "fail",
  release: "release",
};
/** What belongs to the other door of the same delivery is left out. */
const OF_STOP: Readonly<Record<TripStop["kind"], readonly DeliveryAction[]>> = {
  pickup: ["arrive_pickup", "pick_up", "release"],
  dropoff: ["arrive_dropoff", "hand_over", "fail"],
};

function keyboard(stop: TripStop, { plain }: Words): InlineKeyboard {
  const board = new InlineKeyboard().url(plain("button-navigate"), mapLink(stop.point)).row();
  for (const action of OF_STOP[stop.kind].filter((each) => stop.actions.includes(each)))
    board.text(plain(wordId("delivery-action", action)), buttons[BUTTON_OF[action]!].pack([stop.deliveryId])).row();
  if (stop.voiceMediaId) board.text(plain("button-voice"), buttons.voice.pack([stop.voiceMediaId])).row();
  if (stop.kind === "dropoff") board.text(plain("button-write-customer"), buttons.writeCustomer.pack([stop.orderId]));
  return board.text(plain("button-write-shop"), buttons.writeShop.pack([stop.orderId]));
}

/** Opens whatever map app the phone has for it. */
const mapLink = ({ lat, lng }: Point): string => `https://www.google.com/maps/dir/?api=1&destination=${lat},${lng}`;
