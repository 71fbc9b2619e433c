import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { hintChannel } from "#shared/contracts/hints";
import type { Claimed, ClaimedNotification } from "#shared/contracts/outlet";
import type { BotKind } from "#shared/kernel/role";
import type { Milliseconds } from "#shared/kernel/units";
import { type Sent, sentOf } from "#sim/chaos/sent-log";
import type { House } from "./house";
import type { PlayTime } from "./play-time";

const KINDS: readonly BotKind[] = ["customer", "courier", "staff"];
const LIMIT = 50;
/** As the bots do when nobody hints. Machine time. */
const POLL_MS: Milliseconds = 500;

export type Outlet = {
  /** Everything that was told to anybody. */
  sent: readonly Sent[];
  /** From due to told, in machine time: all so far. */
  lagMs: readonly Milliseconds[];
  stop(): Promise<void>;
};

type Ears = { house: House; time: PlayTime; redisUrl: string; hear(claim: ClaimedNotification): void };

/** Drains the ledger as the bots process does, and tells people directly instead of through Telegram. */
export function startOutlet({ house, time, redisUrl, hear }: Ears): Outlet {
  const sent: Sent[] = [];
  const lagMs: Milliseconds[] = [];
  const redis = new Redis(redisUrl);
  redis.on("error", () => {}); // a lost hint costs half a second
  const wakers = new Map<string, () => void>();
  redis.on("message", (channel: string) => wakers.get(channel)?.());
  let stopped = false;

  const tell = (claim: ClaimedNotification) => {
    lagMs.push(time.realMs((time.nowMs() - Date.parse(claim.dueAt)) / 1_000));
    const messageId = claim.editMessageId ?? sent.length + 1;
    sent.push({ ...sentOf(claim), messageId });
    hear(claim);
    return { id: claim.id, receipt: { outcome: "sent" as const, leaseId: claim.leaseId, messageId } };
  };
  const drain = async (kind: BotKind) => {
    const ask = house.bot(kind);
    const channel = hintChannel("peyk", kind);
    let hinted = Promise.withResolvers<void>();
    wakers.set(channel, () => hinted.resolve());
    await redis.subscribe(channel);
    while (!stopped) {
      hinted = Promise.withResolvers<void>();
      const { body } = await ask("POST", "/notifications/claim", { limit: LIMIT });
      const { notifications } = body as Claimed;
      if (notifications.length > 0) {
        await ask("POST", "/notifications/receipts", { receipts: notifications.map(tell) });
      } else await Promise.race([hinted.promise, pause(POLL_MS)]);
    }
  };
  const draining = KINDS.map(drain);
  return {
    sent,
    lagMs,
    stop: async () => {
      stopped = true;
      await Promise.all(draining);
      redis.disconnect();
    },
  };
}
