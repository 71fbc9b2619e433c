import { setTimeout as pause } from "node:timers/promises";
import type { Api as TelegramApi } from "grammy";
import { type Api, ask, createApi } from "#bots/kit/api";
import type { BotDeps } from "#bots/kit/create-bot";
import { createOutletApi } from "#bots/kit/outlet/outlet-api";
import type { LivePin } from "#shared/contracts/pin";
import type { Milliseconds, Seconds } from "#shared/kernel/units";

/** Business time between two moves of a pin. */
const EVERY_MS: Milliseconds = 5_000;
/** Telegram ends a pin by itself after this; longer than any delivery. */
const LIVE_PERIOD: Seconds = 6 * 3_600;

/**
 * Moves the pins of this bot's customers along with their couriers, last of everything that the bot sends: when there is
 * no room in the budget a move is left out, and the next one shows the newest place.
 * @returns stops, after the move in hand
 */
export function moveLivePins(deps: BotDeps): () => Promise<void> {
  const { identity, access, log, redis, keys, clock } = deps;
  const api = createApi(access, { botId: identity.id });
  const { telegram, budget } = createOutletApi(deps);
  const shown = new Map<string, string>();
  const stopping = new AbortController();
  const everyMs = Math.max(100, clock.realMs(EVERY_MS));

  /** Only one process of a bot moves its pins in one stretch of time. */
  const isMyTurn = async () =>
    (await redis.set(keys.pins(identity.id), "1", "PX", Math.ceil(everyMs * 0.9), "NX")) === "OK";

  async function move(pin: LivePin): Promise<void> {
    const place = pin.position && `${pin.position.lat},${pin.position.lng}`;
    if (!pin.ended && (!place || shown.get(pin.orderId) === place)) return;
    const kind = pin.messageId === null ? "message" : "edit";
    if ((await budget.take({ chatId: pin.chatId, urgency: 4, kind })) > 0) return;
    await settlePin({ api, telegram }, pin);
    if (pin.ended) shown.delete(pin.orderId);
    else if (place) shown.set(pin.orderId, place);
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {}); // stopped meanwhile
      if (stopping.signal.aborted || !(await isMyTurn())) continue;
      const { pins } = await ask(api.pins.get()).catch((error: unknown) => {
        log.debug({ err: error }, "where pins belong is not known now");
        return { pins: [] };
      });
      for (const pin of pins)
        await move(pin).catch((error: unknown) =>
          log.debug({ err: error, orderId: pin.orderId }, "a pin did not move"),
        );
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Sends, moves or stops one pin. A pin that was stopped, or deleted by the person, is no problem. */
async function settlePin({ api, telegram }: { api: Api; telegram: TelegramApi }, pin: LivePin): Promise<void> {
  const { orderId, chatId, messageId, position, ended } = pin;
  if (ended) {
    if (messageId !== null) await telegram.stopMessageLiveLocation(chatId, messageId).catch(() => {});
    await ask(api.pins({ orderId }).delete());
  } else if (position && messageId !== null) {
    await telegram.editMessageLiveLocation(chatId, messageId, position.lat, position.lng);
  } else if (position) {
    const options = { live_period: LIVE_PERIOD, disable_notification: true };
    const sent = await telegram.sendLocation(chatId, position.lat, position.lng, options);
    await ask(api.pins({ orderId }).put({ messageId: sent.message_id }));
  }
}
