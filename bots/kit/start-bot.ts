import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Redis } from "ioredis";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import { ask, createApi } from "./api";
import { announceCommands, type CommandList } from "./commands";
import type { BotContext } from "./context";
import type { BotDeps } from "./create-bot";
import { ALLOWED_UPDATES } from "./intake/allowed-updates";
import { handleOnce } from "./intake/handle-once";
import { pollUpdates } from "./intake/poll";
import { createPositionIntake } from "./intake/positions";
import { takeOverUpdates } from "./intake/take-over";
import { createWebhook, type Webhook } from "./intake/webhook";
import { type MiniApp, miniappUrl } from "./miniapp-url";
import type { Renderers } from "./outlet/outgoing";
import { startOutlet } from "./outlet/outlet";
import { createOutletApi } from "./outlet/outlet-api";
import { createRingMemory } from "./outlet/ring-memory";
import { wordsIn } from "./words";

/** A bot as its folder describes it. */
export type BotProgram = {
  bot: Bot<BotContext>;
  renderers: Renderers<never>;
  commands: CommandList;
  /** What the bot's menu button opens, where mini-apps can be opened; its commands otherwise. */
  menu?: MiniApp;
  /** Hears of each message of the ledger that went out. */
  onSent?(claim: ClaimedNotification, messageId: number | null): void;
  /** What it does by itself, beside answering and announcing. @returns how to stop it */
  runBeside?(): () => Promise<void>;
};

export type RunningBot = { webhook: Webhook | null; stop(): Promise<void> };

/**
 * Runs one bot: takes over what was left unfinished, hears people by polling or webhook, and says what the ledger has.
 * Stopping drains: what was heard is answered, what was claimed is sent.
 */
export async function startBot(
  deps: BotDeps,
  { bot, renderers, commands, menu, onSent, runBeside }: BotProgram,
): Promise<RunningBot> {
  const { identity, config, access, log } = deps;
  const api = createApi(access, { botId: identity.id });
  await bot.init();
  await announceCommands(bot.api, commands, menu ? miniappUrl(deps, menu) : null);

  const handle = handleOnce({ api, log, handle: (update: Update) => bot.handleUpdate(update) });
  const stopping = new AbortController();
  const takingOver = takeOverUpdates(api, handle, stopping.signal);
  const positions = createPositionIntake({ tell: (heard) => ask(api.positions.post({ positions: heard })), log });
  const intake = await startIntake();
  const outlet = startOutlet({
    ...createOutletApi(deps),
    api,
    log,
    renderers,
    onSent,
    rings: createRingMemory(deps.redis, deps.keys, identity.id),
    wordsIn: (language) => wordsIn(language, identity.timezone),
  });
  const deaf = await listen(deps, outlet.wake);
  const stopBeside = runBeside?.();

  async function startIntake(): Promise<{ webhook: Webhook | null; stop(): Promise<void> }> {
    if (config.BOTS_MODE === "polling") {
      await bot.api.deleteWebhook();
      return { webhook: null, stop: pollUpdates({ bot, api, log, positions, handle }) };
    }
    const webhook = createWebhook({ secret: identity.webhookSecret, api, log, positions, handle });
    await bot.api.setWebhook(`${config.WEBHOOK_URL}/${identity.id}`, {
      secret_token: identity.webhookSecret,
      allowed_updates: [...ALLOWED_UPDATES],
    });
    return { webhook, stop: webhook.drained };
  }

  return {
    webhook: intake.webhook,
    stop: async () => {
      stopping.abort();
      await Promise.all([intake.stop(), takingOver, stopBeside?.()]);
      await Promise.all([positions.drained(), outlet.stop()]);
      await deaf();
    },
  };
}

/** Hears hints, and looks at the ledger when Redis is back: hints of the meantime are lost. @returns stops listening */
export async function listen({ redis, keys, identity }: BotDeps, wake: () => void): Promise<() => Promise<void>> {
  const ear: Redis = redis.duplicate();
  ear.on("message", wake);
  ear.on("ready", wake);
  await ear.subscribe(keys.hints(identity.kind));
  return async () => {
    ear.disconnect();
  };
}
