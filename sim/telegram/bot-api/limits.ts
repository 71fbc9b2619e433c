import type { Clock } from "#shared/kernel/clock";
import type { Chat, PeerId } from "../world/state";
import { tooMany } from "./api-error";

/** How much a bot may send. Counted in business time, so that a fast clock does not starve a replayed day. */
export type Limits = {
  /** Messages per second in one private chat, after a burst. */
  perChatPerS: number;
  chatBurst: number;
  perGroupPerMinute: number;
  /** Messages and edits per second of one bot over all chats. */
  perBotPerS: number;
};

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits: "short bursts" over 1/s in a chat are let through. */
export const TELEGRAM_LIMITS: Limits = { perChatPerS: 1, chatBurst: 5, perGroupPerMinute: 20, perBotPerS: 30 };

/** `forgives`: a word from the person makes room again, because answers are limited less than announcements. */
type Rule = { key: string; perS: number; burst: number; forgives: boolean };
type Bucket = { tokens: number; atMs: number; heard: number };

export type Limiter = {
  /** @throws ApiError 429 with `retry_after` in real seconds */
  admit(bot: PeerId, chat: Chat, kind: "message" | "edit", count?: number): void;
  set(limits: Limits | "off"): void;
};

/** Token buckets: what is refused costs nothing. */
export function createLimiter(clock: Clock, initial: Limits | "off"): Limiter {
  let limits = initial;
  const buckets = new Map<string, Bucket>();

  const fill = ({ key, perS, burst }: Rule, heard: number): Bucket => {
    const nowMs = clock.now().getTime();
    const bucket = buckets.get(key) ?? { tokens: burst, atMs: nowMs, heard };
    const refilled = heard !== bucket.heard ? burst : (Math.max(0, nowMs - bucket.atMs) / 1_000) * perS;
    bucket.tokens = Math.min(burst, bucket.tokens + refilled);
    Object.assign(bucket, { atMs: nowMs, heard });
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    set: (next) => {
      limits = next;
      buckets.clear();
    },
    admit: (bot, chat, kind, count = 1) => {
      if (limits === "off") return;
      const filled = rulesFor(bot, chat, kind, limits).map((rule) => ({
        rule,
        bucket: fill(rule, rule.forgives ? chat.heard : 0),
      }));
      // An album longer than the burst passes a full bucket and leaves a debt.
      const lacking = filled.map(({ rule, bucket }) => (Math.min(count, rule.burst) - bucket.tokens) / rule.perS);
      const waitS = Math.max(...lacking);
      if (waitS > 0) throw tooMany(Math.max(1, Math.ceil(clock.realMs(waitS * 1_000) / 1_000)));
      for (const { bucket } of filled) bucket.tokens -= count;
    },
  };
}

function rulesFor(bot: PeerId, chat: Chat, kind: "message" | "edit", limits: Limits): Rule[] {
  const perBot = { key: String(bot), perS: limits.perBotPerS, burst: limits.perBotPerS, forgives: false };
  if (kind === "edit") return [perBot];
  const key = `${bot}|${chat.key}`;
  const { perGroupPerMinute, perChatPerS, chatBurst } = limits;
  if (chat.kind === "group")
    return [perBot, { key, perS: perGroupPerMinute / 60, burst: perGroupPerMinute, forgives: false }];
  return [perBot, { key, perS: perChatPerS, burst: chatBurst, forgives: true }];
}
