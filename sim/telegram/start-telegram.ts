import { type Clock, createClock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import { answerBot, createBotApi } from "./bot-api/bot-api";
import { type Limits, TELEGRAM_LIMITS } from "./bot-api/limits";
import { startWebhooks } from "./bot-api/webhooks";
import { createClient, type TelegramClient } from "./client";
import { answerClient, isToken } from "./client-api/answer-client";
import { createTouches } from "./client-api/touches";
import { type Watcher, watchSockets } from "./client-api/watching";
import { createPage } from "./page-server";
import { keepState } from "./save/keep-state";
import { createBot, type NewBot } from "./world/peers";
import { createWorld, TELEGRAM_TIMEOUTS, type Timeouts } from "./world/world";

export type TelegramOptions = {
  /** 0 takes a free one. */
  port?: number;
  clock?: Clock;
  random?: Random;
  /** Where a restart finds the chats again; without it they live in memory. */
  dataDirectory?: string;
  limits?: Limits | "telegram" | "off";
  timeouts?: Partial<Timeouts>;
  /** The client API's; a random one by default. */
  token?: string;
};

export type Telegram = {
  /** The API root that bots use instead of `https://api.telegram.org`. */
  url: string;
  token: string;
  /** The page with the phones, token included. */
  pageUrl: string;
  client: TelegramClient;
  /** @returns the bot's token */
  createBot(bot: NewBot): string;
  /** Idempotent; saves what it shall keep. */
  stop(): Promise<void>;
};

// Long polls last up to 50 s, and Bun hangs up on idle connections after 10 s by default.
const IDLE_TIMEOUT_S = 120;

/** A whole Telegram in this process, on the loopback interface only. */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const { clock = createClock(Date.now), random = secureRandom, port = 0, limits = "telegram" } = options;
  const { token = randomToken() } = options;
  const keeper = await keepState(options.dataDirectory);
  const timeouts = { ...TELEGRAM_TIMEOUTS, ...options.timeouts };
  const world = createWorld({ clock, random, timeouts, state: keeper.state });
  const api = createBotApi(world, limits === "telegram" ? TELEGRAM_LIMITS : limits);
  const touches = createTouches();
  const page = createPage();
  const stopWebhooks = startWebhooks(api);

  const server = Bun.serve<Watcher>({
    hostname: "127.0.0.1",
    port,
    development: false,
    idleTimeout: IDLE_TIMEOUT_S,
    maxRequestBodySize: 64 * 1024 * 1024,
    websocket: watchSockets(world),
    async fetch(request, server) {
      const { pathname, searchParams } = new URL(request.url);
      keeper.touch();
      if (pathname === "/client/watch") {
        const person = Number(searchParams.get("person"));
        if (!isToken(request, searchParams, token)) return new Response("wrong token", { status: 401 });
        return server.upgrade(request, { data: { person } })
          ? undefined
          : new Response("socket expected", { status: 426 });
      }
      if (pathname.startsWith("/client/")) return answerClient({ world, api, touches }, token, request);
      return (await answerBot(api, request)) ?? page.answer(pathname);
    },
  });

  const url = `http://127.0.0.1:${server.port}`;
  const client = createClient({ url, token });
  return {
    url,
    token,
    pageUrl: `${url}/#token=${token}`,
    client,
    createBot: (bot) => createBot(world, bot).token,
    stop: async () => {
      client.close();
      stopWebhooks();
      await server.stop(true);
      await keeper.stop();
    },
  };
}

/** Tokens and ids that nobody guesses. */
const secureRandom: Random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 4_294_967_296;
const randomToken = () => crypto.getRandomValues(new Uint8Array(24)).toHex();
