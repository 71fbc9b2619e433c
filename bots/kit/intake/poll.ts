import { setTimeout as pause } from "node:timers/promises";
import {
  createConcurrentSink,
  createRunner,
  createSource,
  createUpdateFetcher,
  type RunnerHandle,
} from "@grammyjs/runner";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Api } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import type { Log } from "#bots/kit/log";
import { ALLOWED_UPDATES } from "./allowed-updates";
import type { HandleUpdate } from "./handle-once";
import type { PositionIntake } from "./positions";
import { recordOnce } from "./record";

const RETRY_MS = 1_000;
const DRAIN_LIMIT_MS = 10_000;
const CONCURRENCY = 100;
/** Where couriers move all the time, Telegram would answer at once, with one position each time; so with many. */
const GATHER_MS = 40;

type Options = { bot: Bot<BotContext>; api: Api; log: Log; positions: PositionIntake; handle: HandleUpdate };

/**
 * Fetches updates until it is stopped. The runner moves Telegram's offset on when it asks for the next batch, so a batch
 * is recorded before it is handed on: what Telegram forgets, we know.
 * @returns stops fetching, and waits until what was fetched is handled
 */
export function pollUpdates({ bot, api, log, positions, handle }: Options): () => Promise<void> {
  const stopping = new AbortController();
  let runner: RunnerHandle;

  const start = () => {
    const fetchBatch = createUpdateFetcher<Update, Error>(adapterOf(bot), {
      fetch: { timeout: 30, allowed_updates: ALLOWED_UPDATES },
      silent: true,
    });
    const source = createSource<Update>({
      supply: async (size, signal) => recordUntilDone(await fetchBatch(size, signal)),
    });
    const sink = createConcurrentSink<Update>({ consume: handle }, async () => {}, { concurrency: CONCURRENCY });
    runner = createRunner(source, sink);
    runner.start();
    return runner.task();
  };

  async function recordUntilDone(heard: Update[]): Promise<Update[]> {
    const batch = positions.hear(heard);
    if (batch.length === 0 && heard.length > 0) await pause(GATHER_MS);
    for (;;) {
      try {
        return await recordOnce(api, log, batch);
      } catch (error) {
        if (stopping.signal.aborted) throw error; // not confirmed: Telegram sends it again
        log.warn({ err: error }, "updates could not be recorded, trying again");
        await pause(RETRY_MS);
      }
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await start()?.catch((error: unknown) => log.error({ err: error }, "polling broke off, starting again"));
      if (!stopping.signal.aborted) await pause(RETRY_MS);
    }
  })();

  return async () => {
    stopping.abort();
    const stopped = runner.stop();
    const limit = Date.now() + DRAIN_LIMIT_MS;
    while (runner.size() > 0 && Date.now() < limit) await pause(20); // stop() does not wait for handlers
    await Promise.allSettled([stopped, running]);
  };
}

/** What the runner's fetcher needs of a bot; it brings another library's type of the same signal. */
const adapterOf = ({ api }: Bot<BotContext>) => ({
  handleUpdate: async () => {},
  errorHandler: () => {},
  api: {
    getUpdates: (args: Parameters<typeof api.getUpdates>[0], signal: unknown) =>
      api.getUpdates(args, signal as Parameters<typeof api.getUpdates>[1]),
  },
});
