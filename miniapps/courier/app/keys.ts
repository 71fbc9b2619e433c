import type { Id } from "#shared/kernel/ids";

/** The names under which answers of the API are kept, see `use-courier-news`. */
export const KEYS = {
  me: ["courier", "me"],
  offers: ["courier", "offers"],
  offer: (id: Id) => ["courier", "offer", id],
  trips: ["courier", "trips"],
  day: ["courier", "day"],
  history: ["courier", "history"],
  place: ["courier", "place"],
  messages: (orderId: Id | null) => ["courier", "messages", orderId],
} as const;
