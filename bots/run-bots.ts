import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { BotIdentity } from "#shared/contracts/bots";
import type { Clock } from "#shared/kernel/clock";
import type { Id } from "#shared/kernel/ids";
import type { BotKind } from "#shared/kernel/role";
import type { BotsConfig } from "./config";
import { courierProgram } from "./courier/bot";
import { customerProgram } from "./customer/bot";
import { staffProgram } from "./dispatcher/bot";
import { ask, createApi } from "./kit/api";
import type { BotDeps } from "./kit/create-bot";
import type { Log } from "./kit/log";
import type { Keys } from "./kit/redis";
import { createSendBudget } from "./kit/send-budget";
import { type BotProgram, type RunningBot, startBot } from "./kit/start-bot";

const PROGRAMS: Readonly<Record<BotKind, (deps: BotDeps) => BotProgram>> = {
  customer: customerProgram,
  courier: courierProgram,
  staff: staffProgram,
};

/** Machine time between two looks at which bots there are. */
const LOOK_EVERY_MS = 15_000;

export type House = { config: BotsConfig; redis: Redis; keys: Keys; clock: Clock; log: Log };
export type RunningBots = {
  /** Webhook calls, by the bot's id at the end of the path. */
  answer(request: Request): Promise<Response>;
  /** How many bots hear and speak now. */
  count(): number;
  stop(): Promise<void>;
};

/** Runs every bot that the API names, and from then on those that are added; those that are taken out stop. */
export async function runBots(house: House): Promise<RunningBots> {
  const { config, log } = house;
  const access = { url: config.API_URL, serviceToken: config.SERVICE_TOKEN };
  const running = new Map<Id, RunningBot & { token: string }>();
  const stopping = new AbortController();

  async function look(): Promise<void> {
    const { bots } = await ask(createApi(access).bots.runnable.get());
    const wanted = new Map(bots.map((bot) => [bot.id, bot]));
    // A bot whose token was replaced begins anew with it.
    const over = [...running].filter(([id, { token }]) => wanted.get(id)?.token !== token);
    await Promise.all(over.map(([id, bot]) => stopOne(id, bot)));
    for (const identity of wanted.values()) if (!running.has(identity.id)) await startOne(identity);
  }

  /** One bot with a wrong token must not keep the others from running. */
  async function startOne(identity: BotIdentity): Promise<void> {
    const deps = { ...house, access, identity, budget: createSendBudget(house, identity.id) };
    try {
      running.set(identity.id, { ...(await startBot(deps, PROGRAMS[identity.kind](deps))), token: identity.token });
      log.info({ bot: identity.username, kind: identity.kind }, "a bot runs");
    } catch (error) {
      log.error({ err: error, bot: identity.username }, "a bot could not be started, trying again");
    }
  }

  async function stopOne(id: Id, bot: RunningBot): Promise<void> {
    running.delete(id);
    await bot.stop();
  }

  await look();
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {}); // stopped meanwhile
      if (!stopping.signal.aborted)
        await look().catch((error: unknown) => log.warn({ err: error }, "the list of bots could not be read"));
    }
  })();

  return {
    answer: async (request) => {
      const webhook = running.get(new URL(request.url).pathname.split("/").at(-1) ?? "")?.webhook;
      return webhook ? webhook.answer(request) : new Response(null, { status: 404 });
    },
    count: () => running.size,
    stop: async () => {
      stopping.abort();
      await looking;
      await Promise.all([...running].map(([id, bot]) => stopOne(id, bot)));
    },
  };
}
