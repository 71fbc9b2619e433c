import { Refusal } from "#shared/kernel/refusal";
import { type QuoteInput, quoteOrder } from "./quote-order";
import type { QuoteBranch, QuoteItem, QuoteRequest, QuoteZone } from "./quote-types";

/** Noon of a Friday in Tashkent. */
export const NOON = new Date("2026-03-20T12:00:00+05:00");
const BRANCH_POINT = { lat: 41.31, lng: 69.28 };
const DOOR = { lat: 41.32, lng: 69.29 };

const square = (size: number): QuoteZone["polygon"] => {
  const { lat, lng } = BRANCH_POINT;
  const ring: [number, number][] = [
    [lng - size, lat - size],
    [lng + size, lat - size],
    [lng + size, lat + size],
    [lng - size, lat + size],
    [lng - size, lat - size],
  ];
  return { type: "Polygon", coordinates: [ring] };
};

export const zone = (change: Partial<QuoteZone> = {}): QuoteZone => ({
  id: "zone-1",
  polygon: square(0.05),
  feeRule: { kind: "flat", feeMinor: 1_000_000 },
  minimumMinor: 3_000_000,
  promisedMinutes: 30,
  pausedUntil: null,
  ...change,
});

export const branch = (change: Partial<QuoteBranch> = {}): QuoteBranch => ({
  id: "branch-1",
  regionId: "city-1",
  point: BRANCH_POINT,
  currency: "UZS",
  schedule: {
    timezone: "Asia/Tashkent",
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 600, closesMinute: 1_320 })),
    holidays: [],
  },
  pausedUntil: null,
  preparationMinutes: 15,
  extraPromiseMinutes: 0,
  extraPromiseUntil: null,
  takesCash: true,
  takesInvoice: true,
  offersPickup: true,
  zones: [zone()],
  ...change,
});

export const plov: QuoteItem = {
  id: "plov",
  name: { en: "Plov", ru: "Плов" },
  priceMinor: 4_500_000,
  available: true,
  stock: 10,
  groups: [
    {
      id: "size",
      minChoices: 1,
      maxChoices: 1,
      modifiers: [
        { id: "half", name: { en: "Half" }, priceDeltaMinor: -1_500_000, available: true },
        { id: "full", name: { en: "Full" }, priceDeltaMinor: 0, available: true },
      ],
    },
    {
      id: "extras",
      minChoices: 0,
      maxChoices: 2,
      modifiers: [
        { id: "egg", name: { en: "Quail egg" }, priceDeltaMinor: 300_000, available: true },
        { id: "kazi", name: { en: "Qazi" }, priceDeltaMinor: 1_200_000, available: false },
        { id: "salad", name: { en: "Achichuk" }, priceDeltaMinor: 700_000, available: true },
      ],
    },
  ],
};
export const tea: QuoteItem = {
  id: "tea",
  name: { en: "Tea" },
  priceMinor: 500_000,
  available: true,
  stock: null,
  groups: [],
};

const wish = (change: Partial<QuoteRequest> = {}): QuoteRequest => ({
  lines: [{ itemId: "plov", quantity: 2, modifierIds: ["full"] }],
  destination: { fulfilment: "delivery", point: DOOR },
  scheduledFor: null,
  payment: { method: "cash", givenMinor: null },
  ...change,
});

export type World = Partial<Omit<QuoteInput, "items" | "request">> & {
  menu?: QuoteItem[];
  request?: Partial<QuoteRequest>;
};
export const input = ({ menu = [plov, tea], request = {}, ...rest }: World = {}): QuoteInput => ({
  branch: branch(),
  at: NOON,
  items: new Map(menu.map((item) => [item.id, item])),
  request: wish(request),
  ...rest,
});
export const quote = (world: World = {}) => quoteOrder(input(world));

/** The code and the details of the refusal. */
export function refusal(run: () => unknown): [string, Record<string, unknown>] {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details];
    throw error;
  }
  return ["not refused", {}];
}
export const line = (itemId: string, quantity: number, ...modifierIds: string[]) => ({ itemId, quantity, modifierIds });
