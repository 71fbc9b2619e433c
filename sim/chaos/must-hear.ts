import type { Journal } from "./journal";
import type { Sent } from "./sent-log";

/** Somebody who must have seen something by the time it is calm. */
export type Requirement = {
  who: number;
  what: string;
  seen: (sent: Sent) => boolean;
  /** Asked of nobody who saw none of these. */
  ifSeen?: (sent: Sent) => boolean;
};

export type Hearers = {
  /** Telegram ids of those who answer for a new order. */
  kitchenOf(orderId: string): readonly number[];
  /** Statuses after which nobody rings for the order any more. */
  ended: readonly string[];
};

/**
 * Who must hear of what, written down once more by hand and from the clients' journal alone, so that a ledger that
 * forgets to write a row is caught as surely as a bot that forgets to send one:
 * - a customer whose order was placed sees its card, and in the end the card shows how it ended;
 * - the kitchen is rung for each new order, or sees that somebody else answered;
 * - a kitchen that saw an order's card sees how the order ended; it may be spared the card of an order that was over first;
 * - a courier who got a trip has seen its offer, or that the offer is closed.
 */
export function mustHear(journal: Journal, hearers: Hearers): Requirement[] {
  const requirements: Requirement[] = [];
  for (const { customer, orderId } of journal.attempts.values()) {
    if (!orderId) continue;
    requirements.push(card(customer, orderId, null));
    const cooks = hearers.kitchenOf(orderId);
    for (const cook of cooks) requirements.push(rung(cook, orderId));
    const last = journal.statuses.get(orderId)?.at(-1);
    if (!last || !hearers.ended.includes(last)) continue;
    requirements.push(card(customer, orderId, last), ...cooks.map((cook) => ended(cook, orderId, last)));
  }
  for (const { courier, offerId } of [...journal.accepted].map(([offerId, { courier }]) => ({ offerId, courier })))
    requirements.push({
      who: courier,
      what: `offer ${offerId}`,
      seen: (sent) => sent.subjectId === offerId && sent.kind.startsWith("offer."),
    });
  return requirements;
}

const rung = (who: number, orderId: string): Requirement => ({
  who,
  what: `new order ${orderId} to the kitchen`,
  seen: (sent) => sent.kind.startsWith("alert.") && sent.about === orderId,
});

const card = (who: number, orderId: string, shows: string | null): Requirement => ({
  who,
  what: `order ${orderId} ${shows ?? "placed"}`,
  seen: (sent) => sent.kind === "order.card" && sent.subjectId === orderId && (shows === null || sent.shows === shows),
});

const ended = (who: number, orderId: string, shows: string): Requirement => {
  const ifSeen = (sent: Sent) => sent.kind === "order.board_card" && sent.subjectId === orderId;
  return {
    who,
    what: `order ${orderId} ${shows} to the kitchen`,
    ifSeen,
    seen: (sent) => ifSeen(sent) && sent.shows === shows,
  };
};

/** What was to be seen and never was. */
export function unheard(requirements: readonly Requirement[], sent: readonly Sent[]): Requirement[] {
  const byPerson = Map.groupBy(sent, (one) => one.chat);
  return requirements.filter(({ who, seen, ifSeen }) => {
    const saw = byPerson.get(who) ?? [];
    return (!ifSeen || saw.some(ifSeen)) && !saw.some(seen);
  });
}

/** The same version of the same thing in the same chat, more than once: harmless, and counted. */
export function repeats(sent: readonly Sent[]): number {
  const once = new Set(sent.map(({ chat, kind, subjectId, version }) => `${chat} ${kind} ${subjectId} ${version}`));
  return sent.length - once.size;
}
