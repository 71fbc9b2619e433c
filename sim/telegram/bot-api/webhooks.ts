import type { Update } from "grammy/types";
import { z } from "zod";
import type { Bot, PeerId } from "../world/state";
import { type BotApi, runMethod } from "./bot-api";
import { Params } from "./params";

const MAX_PAUSE_MS = 60_000;

/** Pushes updates to bots that asked for it, and keeps at it until they say 200. @returns a function that ends it */
export function startWebhooks(api: BotApi): () => void {
  const { world } = api;
  const inFlight = new Map<PeerId, Set<number>>();
  const end = new AbortController();

  const pump = (id: PeerId) => {
    const bot = world.state.bots.get(id);
    if (!bot?.webhook || end.signal.aborted) return;
    const flying = inFlight.get(id) ?? new Set<number>();
    inFlight.set(id, flying);
    const waiting = bot.updates.filter((update) => !flying.has(update.update_id));
    for (const update of api.faults.garble(id, waiting.slice(0, bot.webhook.maxConnections - flying.size))) {
      flying.add(update.update_id);
      void push(bot, update, 0).finally(() => {
        flying.delete(update.update_id);
        pump(id);
      });
    }
  };

  const push = async (bot: Bot, update: Update, attempt: number): Promise<void> => {
    if (!bot.webhook || end.signal.aborted) return;
    const problem = await post(api, bot, update, end.signal);
    if (problem === undefined) {
      bot.updates = bot.updates.filter((other) => other.update_id !== update.update_id);
      return;
    }
    bot.webhook.lastErrorAtS = world.nowS();
    bot.webhook.lastErrorMessage = problem;
    await pause(Math.min(MAX_PAUSE_MS, world.timeouts.webhookRetryMs * 2 ** attempt), end.signal);
    return push(bot, update, attempt + 1);
  };

  const stopWatching = world.watchBots(pump);
  for (const bot of world.state.bots.keys()) pump(bot);
  return () => {
    stopWatching();
    end.abort();
  };
}

/** @returns what went wrong, in Telegram's words */
async function post(api: BotApi, bot: Bot, update: Update, end: AbortSignal): Promise<string | undefined> {
  const { url, secretToken } = bot.webhook!;
  const headers = {
    "content-type": "application/json",
    ...(secretToken && { "x-telegram-bot-api-secret-token": secretToken }),
  };
  const signal = AbortSignal.any([end, AbortSignal.timeout(api.world.timeouts.webhookMs)]);
  try {
    const reply = await fetch(url, { method: "POST", headers, body: JSON.stringify(update), signal });
    const body = await reply.text();
    if (!reply.ok) return `Wrong response from the webhook: ${reply.status} ${reply.statusText}`;
    await obey(api, bot, body, end);
    return undefined;
  } catch (error) {
    return signal.aborted
      ? "Read timeout expired"
      : `Connection failed: ${error instanceof Error ? error.message : error}`;
  }
}

const Reply = z.looseObject({ method: z.string() });

function parseOrNothing(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A webhook may answer with one call; how that went it never learns. */
async function obey(api: BotApi, bot: Bot, body: string, signal: AbortSignal): Promise<void> {
  const reply = Reply.safeParse(parseOrNothing(body));
  if (!reply.success) return;
  const { method, ...fields } = reply.data;
  await runMethod(api, bot, method, new Params(new Map()).with(fields), signal).catch(() => undefined);
}

const pause = (ms: number, end: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const cutShort = () => {
      clearTimeout(timer);
      resolve();
    };
    end.addEventListener("abort", cutShort, { once: true });
  });
