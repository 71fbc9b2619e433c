import { courierButtons } from "#bots/courier/messages/buttons";
import { customerButtons } from "#bots/customer/messages/buttons";
import { staffButtons } from "#bots/dispatcher/messages/buttons";
import { wordId, wordsIn } from "#bots/kit/words";
import { type AlertKind, RINGS_KITCHEN } from "#shared/alert/alert";
import type { Id } from "#shared/kernel/ids";
import type { Heard } from "../heard";
import type { Journal } from "../journal";
import { beside, KITCHEN_TAPS, keptFromKitchen, type OrderLife } from "./kitchen-cards";
import { lateRings } from "./late-rings";
import { mayBeOrphan, type Outage } from "./outages";
import { type Bubble, type SeenLog, sentAt, standing } from "./seen-log";
import { doorButtons, ringsOf } from "./shown";

/** What was rung for, in machine time. */
export type Alert = { id: string; kind: AlertKind; openedAtMs: number; endedAtMs: number };

export type Trial = {
  log: SeenLog;
  journal: Journal;
  outages: readonly Outage[];
  /** How each order stands that a customer was told of. */
  statuses: ReadonlyMap<string, string>;
  alerts: readonly Alert[];
  /** Orders that the kitchen had to be shown. */
  lives: readonly OrderLife[];
  kitchen: number;
  dispatcher: number;
};

/** An offer that stood open for longer than this must have been seen, whatever became of it. */
const SEEN_WITHIN_MS = 10_000;
const ENGLISH = wordsIn("en");
const DOORS = ["at.pickup", "pickup", "at.door", "handover"];

/**
 * Holds what the phones showed against what people were told and what they have to know:
 * - each order has one card in its customer's chat, and the newest shows how the order stands;
 * - each accepted offer, and each that stood open for long, was seen; none looks open, and no trip looks under way;
 * - each alert rang for the dispatcher, and a new order for the kitchen, as long as nobody answered; none looks unanswered;
 * - each order has one card in the kitchen's chat, unless it was over before there was room for it; none asks for a tap.
 * A message that nobody but Telegram may know of (see `mayBeOrphan`) is a repeat; any other that stands twice is lost.
 */
export function judgeChats(trial: Trial): Heard {
  const found = [...ordersOf(trial), ...kitchenOf(trial), ...offersOf(trial), ...unended(trial)];
  return {
    lost: found.flatMap((one) => (one.orphan ? [] : one.what)),
    repeats: found.filter(({ orphan }) => orphan).length,
    lateRings: trial.alerts.flatMap((alert) => hearersOf(trial, alert)).reduce((sum, late) => sum + late, 0),
  };
}

type Fault = { what: string; orphan: boolean };
const lost = (what: string): Fault => ({ what, orphan: false });

function ordersOf(trial: Trial): Fault[] {
  const { journal, statuses } = trial;
  return [...journal.attempts.values()].flatMap(({ customer, orderId }) =>
    orderId ? cardOf(trial, customer, orderId, statuses.get(orderId)) : [],
  );
}

/** The button to write to the shop stands on every state of an order's card. */
function cardOf({ log, outages }: Trial, customer: number, orderId: string, status = "missing"): Fault[] {
  const cards = log
    .everWith(customer, customerButtons.writeShop.pack([orderId as Id]))
    .filter((bubble) => standing(bubble));
  const newest = cards.at(-1);
  if (!newest) return [lost(`order ${orderId} has no card`)];
  const shows = standing(newest)?.text.includes(ENGLISH.plain(wordId("order-card", status)));
  const doubles = cards.slice(0, -1).map((card) => doubled(card, outages, `order ${orderId} has two cards`));
  return shows ? doubles : [...doubles, lost(`the card of order ${orderId} does not show ${status}`)];
}

function kitchenOf({ lives, log, kitchen, outages }: Trial): Fault[] {
  const unseen = keptFromKitchen(lives, log, kitchen, outages);
  const doubles = lives.flatMap(({ id }) => beside(log, kitchen, id).map((bubble) => ({ id, bubble })));
  return [
    ...unseen.map(({ id }) => lost(`the kitchen never saw order ${id}`)),
    ...doubles.map(({ id, bubble }) => doubled(bubble, outages, `order ${id} has two cards in the kitchen`)),
  ];
}

function offersOf({ log, journal }: Trial): Fault[] {
  const wanted = [
    ...[...journal.accepted].map(([offerId, { courier }]) => ({ offerId, courier })),
    ...[...journal.listed].flatMap(([offerId, { courier, firstMs, lastMs }]) =>
      lastMs - firstMs > SEEN_WITHIN_MS ? { offerId, courier } : [],
    ),
  ];
  const unseen = wanted.filter(
    ({ offerId, courier }) => log.everWith(courier, courierButtons.accept.pack([offerId as Id])).length === 0,
  );
  const carried = [...journal.handedOver].filter(([deliveryId, courier]) =>
    doorButtons({ kind: "dropoff", deliveryId }).every((button) => log.everWith(courier, button).length === 0),
  );
  return [
    ...unseen.map(({ offerId }) => lost(`offer ${offerId} was never seen`)),
    ...carried.map(([deliveryId]) => lost(`the trip card never came to delivery ${deliveryId}`)),
  ];
}

/** Everything is over by now: no message may still ask for an answer. */
function unended({ log, journal, outages, kitchen, dispatcher }: Trial): Fault[] {
  const couriers = new Set([...journal.listed.values()].map(({ courier }) => courier));
  const asking = (person: number, names: readonly string[]) =>
    log.of(person).filter((bubble) => standing(bubble)?.buttons.some((data) => names.includes(data.split(":")[0]!)));
  return [
    ...[...couriers].flatMap((courier) => asking(courier, [courierButtons.accept.name, ...DOORS])),
    ...[kitchen, dispatcher].flatMap((person) => asking(person, [staffButtons.take.name])),
    ...asking(kitchen, KITCHEN_TAPS),
  ].map((bubble) => doubled(bubble, outages, `still asks: ${standing(bubble)?.text.slice(0, 80)}`));
}

const doubled = (bubble: Bubble, outages: readonly Outage[], what: string): Fault => ({
  what,
  orphan: mayBeOrphan(outages, sentAt(bubble)),
});

/** Late rings of one alert, for each person who had to hear it. */
function hearersOf({ log, outages, kitchen, dispatcher }: Trial, alert: Alert): number[] {
  const hearers = RINGS_KITCHEN.includes(alert.kind) ? [dispatcher, kitchen] : [dispatcher];
  return hearers.map((person) => {
    const heardAtMs = ringsOf(log, person, alert.id);
    const messagesAtMs = log.of(person).map(sentAt);
    return lateRings({ ...alert, heardAtMs, messagesAtMs }, outages);
  });
}
