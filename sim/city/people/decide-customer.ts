import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import type { Point } from "#shared/kernel/geo";
import { between, type Luck } from "#sim/city/mind/luck";
import type { Wish } from "#sim/city/mind/plans";
import { isAsked, on, type Sight, standing } from "#sim/city/mind/sight";
import { nextTap } from "./order-steps";

/** An order that somebody has in mind. */
export type Appetite = {
  /** Tells one order of this person from the next. */
  key: string;
  /** Unix seconds: what was written before belongs to an earlier order. */
  sinceS: number;
  /** Where from: the name of the branch, as any language writes it. */
  branchNames: readonly string[];
};

export type CustomerEyes = {
  sight: Sight;
  luck: Luck;
  home: { point: Point; text: string; landmark: string };
  appetite: Appetite | null;
  nowS: number;
};

const RATES = 0.5;
/** What is older stays unrated and unpaid. */
const FRESH_S = 900;

/** What a customer does: pays what is to be paid, orders when hungry, rates now and then. */
export const decideCustomer = (eyes: CustomerEyes): Wish[] => [...bills(eyes), ...order(eyes), ...stars(eyes)];

/** The card of the order that was placed for this appetite. */
export const isSatisfied = (sight: Sight, { sinceS }: Appetite): boolean =>
  sight.some((message) => message.date >= sinceS && on(message, buttons.writeShop).some(({ ids }) => ids.length > 0));

/** Whether an order of theirs is still under way. */
export const hasOpenOrder = (sight: Sight): boolean =>
  sight.some(
    (card) =>
      on(card, buttons.writeShop).some(({ ids }) => ids.length > 0) && on(card, buttons.orderAgain).length === 0,
  );

const bills = ({ sight, luck, nowS }: CustomerEyes): Wish[] =>
  sight.flatMap(({ bill, date }) =>
    bill && !bill.paid && nowS - date < FRESH_S
      ? [
          {
            about: `bill:${bill.id}`,
            deed: { do: "pay", bill: bill.id },
            waitMs: between(4_000, 15_000, luck(bill.id)),
          },
        ]
      : [],
  );

function order({ sight, luck, home, appetite }: CustomerEyes): Wish[] {
  if (!appetite || isSatisfied(sight, appetite)) return [];
  const { key, sinceS } = appetite;
  const said = (about: string, deed: Wish["deed"]): Wish[] => {
    const once = `${key}:${about}:${sight.at(-1)?.message_id}`;
    return [{ about: once, deed, waitMs: between(1_500, 5_000, luck(once)) }];
  };
  const begun = sight.findLastIndex((message) => message.mine && message.text === "/start" && message.date >= sinceS);
  if (begun < 0) return said("start", { do: "start" });
  const since = sight.slice(begun + 1);
  if (isAsked(since, "address-ask-place")) return said("place", { do: "send place", at: home.point });
  if (isAsked(since, "address-ask-text")) return said("street", { do: "type", text: home.text });
  if (isAsked(since, "address-ask-landmark")) return said("landmark", { do: "type", text: home.landmark });
  if (isAsked(since, "phone-ask")) return said("phone", { do: "send contact" });
  const tap = nextTap(since, appetite, luck);
  if (!tap) return [];
  const about = `${key}:${tap.data}`;
  return [{ about, deed: { do: "tap", on: tap.on, data: tap.data }, waitMs: between(1_500, 5_000, luck(about)) }];
}

/** Mostly content; a tip from those who are, once: its invoice is the next to come. */
function stars({ sight, luck, nowS }: CustomerEyes): Wish[] {
  const fresh = sight.filter(({ date }) => nowS - date < FRESH_S);
  const rows = Map.groupBy(standing(fresh, buttons.stars), ({ on: message }) => message);
  const rated = [...rows.values()].flatMap((row) => {
    const [orderId] = row[0]!.ids;
    const [mood, ...rest] = [luck(`mood:${orderId}`), luck(`stars:${row[0]!.data}`)];
    const chosen = row.at(rest[0]! < 0.65 ? -1 : rest[0]! < 0.9 ? -2 : -3);
    return chosen && mood < RATES ? [chosen] : [];
  });
  const tips = fresh.flatMap((message) => {
    const sums = on(message, buttons.tip);
    const isBilled = sight.some((later) => later.message_id > message.message_id && later.bill);
    return sums.length > 0 && !isBilled ? [luck(`tip:${message.message_id}`) < 0.3 ? sums[0]! : sums.at(-1)!] : [];
  });
  return [...rated, ...tips].map(({ on: message, data }) => ({
    about: data,
    deed: { do: "tap", on: message, data },
    waitMs: between(5_000, 40_000, luck(`wait:${data}`)),
  }));
}
