import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Deed } from "#sim/city/mind/deed";
import { between, type Luck, oneOf } from "#sim/city/mind/luck";
import type { Wish } from "#sim/city/mind/plans";
import { isAsked, on, type Seen, type Sight, standing } from "#sim/city/mind/sight";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { type Card, cardsOf } from "./look-courier";

/** What is not on the phone: what people tell him at the counter and at the door. */
export type Street = {
  /** What the customer reads out; `null` while nobody opens. */
  pinOf(code: string): string | null;
  /** Whether the bag stands on the counter. */
  foodIsOut(code: string): boolean;
};

export type CourierEyes = {
  sight: Sight;
  at: Point;
  /** Where he waits for work. */
  home: Point;
  isSharing: boolean;
  street: Street;
  /** An offer that he leaves to a colleague. */
  leaves(offer: SeenMessage): boolean;
  luck: Luck;
};

export type CourierChoice = { goal: Point; wishes: Wish[] };

const DECLINES = 0.07;
/** Nobody parks closer. */
const THERE_METRES = 40;

/** Where a courier goes next, and what he would tap: the oldest card first. */
export function decideCourier(eyes: CourierEyes): CourierChoice {
  const { sight, at, home, isSharing } = eyes;
  const [card] = cardsOf(sight);
  const isThere = card !== undefined && distanceMetres(at, card.to) <= THERE_METRES;
  const wishes = [
    ...(isSharing ? [] : [wish(eyes, "share", { do: "share live", at }, [500, 4_000])]),
    ...standing(sight, buttons.seen).map((seen) => tap(eyes, seen, [2_000, 6_000])),
    ...offersIn(eyes),
    ...(isThere ? atTheDoor(eyes, card) : []),
  ];
  return { goal: card?.to ?? home, wishes };
}

function offersIn(eyes: CourierEyes): Wish[] {
  return eyes.sight.flatMap((message) => {
    const reason = oneOf(on(message, buttons.declineBecause), eyes.luck(`why:${message.message_id}`));
    if (reason) return [tap(eyes, reason, [1_000, 3_000])];
    const [accept] = on(message, buttons.accept);
    const [decline] = on(message, buttons.decline);
    if (!accept || !decline) return [];
    const isNo = eyes.leaves(message) || eyes.luck(`offer:${accept.ids[0]}`) < DECLINES;
    return [tap(eyes, isNo ? decline : accept, [2_000, 9_000])];
  });
}

function atTheDoor(eyes: CourierEyes, { at, code, open: [first, second] }: Card): Wish[] {
  const { sight, street } = eyes;
  if (second && first) return [tap(eyes, first, [2_000, 6_000])]; // "I am here", before what is done here
  if (!first) return [];
  if (at === "counter") return !code || street.foodIsOut(code) ? [tap(eyes, first, [4_000, 12_000])] : [];
  if (!isAsked(sight, "proof-ask")) return [tap(eyes, first, [8_000, 20_000])];
  const pin = code && street.pinOf(code);
  return pin ? [wish(eyes, `pin:${sight.at(-1)!.message_id}`, { do: "type", text: pin }, [3_000, 8_000])] : [];
}

const tap = (eyes: CourierEyes, { on, data }: Seen, wait: [number, number]): Wish =>
  wish(eyes, data, { do: "tap", on, data }, wait);

const wish = ({ luck }: CourierEyes, about: string, deed: Deed, [low, high]: [number, number]): Wish => ({
  about,
  deed,
  waitMs: between(low, high, luck(`wait:${about}`)),
});
