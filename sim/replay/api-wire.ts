import type { ClaimedNotification } from "#shared/contracts/outlet";
import { heardByStandIn } from "#sim/chaos/heard";
import { ENDED } from "#sim/chaos/judge";
import { apiHands } from "./courier-hands";
import type { Dispatcher } from "./dispatcher";
import { startOutlet } from "./outlet";
import type { Play } from "./play";
import { spotsByApi } from "./positions";
import type { Rider } from "./rider";
import type { Wire } from "./wire";

/** The run drains the ledger itself, as the bots process would, and tells everybody directly. */
export function apiWire({ house, time, city, journal }: Play, redisUrl: string): Wire {
  let riders = new Map<number, Rider>();
  let dispatcher: Dispatcher | null = null;
  const hear = ({ notification, view, chatId }: ClaimedNotification) => {
    if (view.kind === "offer" && notification.kind === "offer.made" && view.offer.status === "live")
      riders.get(chatId)?.hearOffer(notification.offerId);
    else if (notification.kind === "trip.card") riders.get(chatId)?.hearTrip();
    else if (view.kind === "alert" && notification.kind === "alert.ring" && chatId === city.dispatcher)
      dispatcher?.hearAlert(view.alert);
  };
  const outlet = startOutlet({ house, time, redisUrl, hear });
  return {
    handsOf: (telegramId) => apiHands(house.as("courier", telegramId)),
    share: spotsByApi({ house }),
    listen: (all, onDuty) => {
      riders = new Map(all.map((rider) => [rider.telegramId, rider]));
      dispatcher = onDuty;
    },
    lagMs: outlet.lagMs,
    judge: async (cookOf) => {
      await outlet.stop();
      return heardByStandIn(journal, outlet.sent, { kitchenOf: (orderId) => [cookOf(orderId)], ended: ENDED });
    },
  };
}
