import type { Clock } from "#shared/kernel/clock";
import type { Milliseconds } from "#shared/kernel/units";
import type { Phone } from "#sim/telegram/client/phone";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import type { CourierOptions } from "./actors/create-courier-actor";
import type { DispatcherOptions, KitchenOptions } from "./actors/create-staff-actors";
import { branchOf, type CITY_COURIERS, type CITY_DISPATCHERS, CITY_PHONES, NEWCOMERS_BRANCH } from "./cast";
import { between, luckOf } from "./mind/luck";
import { codeIn } from "./mind/sight";

/** A yes to an order of the city's own customers … */
const OWN_PATIENCE_MS: Milliseconds = 5_000;
/** … and to one that the newcomer may want to confirm. */
const GUEST_PATIENCE_MS: Milliseconds = 45_000;
const DISPATCH_PATIENCE_MS: Milliseconds = 20_000;
const GUEST_DISPATCH_PATIENCE_MS: Milliseconds = 90_000;

/** How fast the city does what takes time. */
export type Pace = { speedKmh: number; cooksMs: readonly [low: Milliseconds, high: Milliseconds] };
export const USUAL_PACE: Pace = { speedKmh: 28, cooksMs: [45_000, 140_000] };

type Courier = (typeof CITY_COURIERS)[number];
type Dispatcher = (typeof CITY_DISPATCHERS)[number];

/** How the people of the city leave room for whoever plays with their neighbours' phones. */
export const createManners = (clock: Clock, pace: Pace, others: () => Iterable<Phone>) => ({
  /** Whoever waits at the newcomer's counter lets a colleague of the newcomer go first. */
  courier: ({ home, homeBranch }: Courier): Pick<CourierOptions, "home" | "speedKmh" | "leaves"> => ({
    home,
    speedKmh: pace.speedKmh,
    leaves: (offer) =>
      homeBranch === NEWCOMERS_BRANCH &&
      (offer.text ?? "").includes(branchOf(NEWCOMERS_BRANCH).address) &&
      [...others()].some((phone) => sharesPosition(phone, clock.now().getTime() / 1_000)),
  }),
  kitchen: {
    patienceMs: (card) => (isOfTheCity(card) ? OWN_PATIENCE_MS : GUEST_PATIENCE_MS),
    cookMs: (card) => between(...pace.cooksMs, cooking(codeIn(card) ?? "")),
  } satisfies Pick<KitchenOptions, "patienceMs" | "cookMs">,
  dispatcher: ({ isOnDuty }: Dispatcher): Pick<DispatcherOptions, "isOnDuty" | "patienceMs"> => ({
    isOnDuty,
    patienceMs: isOnDuty ? DISPATCH_PATIENCE_MS : GUEST_DISPATCH_PATIENCE_MS,
  }),
});

const cooking = luckOf(1);

const isOfTheCity = ({ text = "" }: SeenMessage): boolean => [...CITY_PHONES].some((phone) => text.includes(phone));

const sharesPosition = (phone: Phone, nowS: number): boolean =>
  phone.chats.some(({ id }) =>
    [...phone.known(id).messages.values()].some((message) => message.mine && (message.live_until ?? 0) > nowS),
  );
