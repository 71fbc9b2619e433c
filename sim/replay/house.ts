import { setTimeout as pause } from "node:timers/promises";
import type { BotKind } from "#shared/kernel/role";
import type { Milliseconds } from "#shared/kernel/units";
import { callerFor, type Reply } from "#sim/chaos/persist";

/** Asks the API for one person, until there is an answer about the business. */
export type Ask = (
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** The running product as its people reach it. */
export type House = {
  /** Somebody, through the bot of this kind. */
  as(kind: BotKind, telegramId: number): Ask;
  /** The bots process itself. */
  bot(kind: BotKind): Ask;
  /** How long each answer took since the last call. */
  takeMs(): Milliseconds[];
  /** Every answer so far. */
  allMs(): readonly Milliseconds[];
  /** Requests without an answer, or with one that says nothing about the business (5xx). */
  failures(): number;
  /** Nobody is let in until `open`; resolves when those who are in have left. */
  close(): Promise<void>;
  open(): void;
};

type Door = { apiUrl: string; serviceToken: string; bots: Readonly<Record<BotKind, string>> };

const AGAIN_MS = 200;

export function createHouse({ apiUrl, serviceToken, bots }: Door): House {
  const allMs: Milliseconds[] = [];
  let taken = 0;
  let failures = 0;
  let inside = 0;
  let gate: PromiseWithResolvers<void> | null = null;

  const askerFor = (identity: Record<string, string>): Ask => {
    const once = callerFor(apiUrl, identity);
    return async (...request) => {
      for (;;) {
        if (gate) await gate.promise;
        inside += 1;
        const startMs = performance.now();
        const reply = await once(...request);
        inside -= 1;
        allMs.push(performance.now() - startMs);
        if (reply) return reply;
        failures += 1;
        await pause(AGAIN_MS);
      }
    };
  };
  const service = (kind: BotKind) => ({ authorization: `Bearer ${serviceToken}`, "x-bot-id": bots[kind] });
  return {
    as: (kind, telegramId) => askerFor({ ...service(kind), "x-telegram-id": String(telegramId) }),
    bot: (kind) => askerFor(service(kind)),
    takeMs: () => {
      const from = taken;
      taken = allMs.length;
      return allMs.slice(from);
    },
    allMs: () => allMs,
    failures: () => failures,
    close: async () => {
      gate ??= Promise.withResolvers<void>();
      while (inside > 0) await pause(10);
    },
    open: () => {
      gate?.resolve();
      gate = null;
    },
  };
}
