import { setTimeout as pause } from "node:timers/promises";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import type { Id } from "#shared/kernel/ids";
import type { LiveShare } from "#sim/telegram/client/live-share";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { type CourierHands, deliveriesOf, stopsAhead } from "../courier-hands";
import type { Ask } from "../house";
import { press, pressAny } from "./press";

/** Longest that Telegram shares a live location. */
const SHARE_S = 86_400;

const AGAIN_MS = 1_000;

/** Telegram is being started anew with another speed: a thumb waits a moment and tries again. */
const tooSoon = (): Promise<null> => pause(AGAIN_MS, null);

export type PhoneHands = CourierHands & { share(): LiveShare | null };

/** The courier's chat with his bot: every act is a tap on what stands there. `ask` only looks at what came of it. */
export function phoneHands(chat: PhoneChat, ask: Ask): PhoneHands {
  let share: LiveShare | null = null;
  const statusOf = async (deliveryId: string) => (await ask("GET", `/deliveries/${deliveryId}`)).body.status;
  return {
    share: () => share,
    goToWork: async ({ lat, lng }) => {
      while (!share) share = await chat.shareLive({ latitude: lat, longitude: lng }, SHARE_S).catch(tooSoon);
    },
    accept: async (offerId) => {
      await press(chat, buttons.accept.pack([offerId as Id]));
      const mine = deliveriesOf(await stopsAhead(ask));
      return mine.length > 0 ? mine : null;
    },
    decline: async (offerId) => {
      await press(chat, buttons.decline.pack([offerId as Id]));
      await pressAny(chat, (data) => buttons.declineBecause.read(data)?.ids[0] === offerId);
    },
    arrive: async ({ deliveryId, kind }) => {
      const button = kind === "pickup" ? buttons.arrivePickup : buttons.arriveDropoff;
      await press(chat, button.pack([deliveryId as Id]));
    },
    pickUp: async (deliveryId) => {
      await press(chat, buttons.pickUp.pack([deliveryId as Id]));
      return (await statusOf(deliveryId)) === "picked_up";
    },
    handOver: async (deliveryId, pin) => {
      const before = chat.last;
      await press(chat, buttons.handOver.pack([deliveryId as Id]));
      // He reads what the bot says; what it did is asked of the API below.
      await chat.sees((message) => !message.mine, before ? { after: before } : {}).catch(() => null);
      const typed = await chat.type(pin).catch(tooSoon);
      if (!typed) return false;
      await chat.sees((message) => !message.mine, { after: typed }).catch(() => null);
      return (await statusOf(deliveryId)) === "delivered";
    },
    goHome: async () => {
      const home = await ask("POST", "/couriers/me/go-offline", {});
      if (home.status !== 200) return false;
      await share?.stop().catch(() => null); // Telegram may have ended it first
      return true;
    },
  };
}
