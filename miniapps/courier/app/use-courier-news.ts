import { useLive } from "../../kit/live";
import { KEYS } from "./keys";

/** Keeps every screen of this courier true: what an event makes old is asked anew. */
export function useCourierNews(courierId: string): void {
  useLive([`courier:${courierId}`], {
    "offer.made": [KEYS.offers, KEYS.place],
    "offer.closed": [KEYS.offers, ["courier", "offer"], KEYS.place],
    "trip.changed": [KEYS.trips, KEYS.day, KEYS.history, KEYS.place],
    "delivery.changed": [KEYS.trips, KEYS.day],
    "courier.changed": [KEYS.me, KEYS.day, KEYS.place],
  });
}
