import type { Redis } from "ioredis";
import type { Urgency } from "#shared/contracts/notifications";
import type { Clock } from "#shared/kernel/clock";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds, Seconds } from "#shared/kernel/units";
import type { Keys } from "./redis";

/** Telegram's limits with a little air: 30/s per bot, 1/s per private chat after a burst, 20/min per group. */
const BOT = { perSecond: 28, burst: 24 };
const CHAT = { perSecond: 0.95, burst: 4, leaves: 1 };
const GROUP = { perSecond: 0.3, burst: 16, leaves: 4 };

/**
 * Sends that each urgency leaves for those above it, out of `BOT.burst`: cards may wait, an alert may not. Position 4:
 * live pins, which come after everything.
 */
const LEAVES: readonly number[] = [0, 3, 10, 14, 18];

/** From this urgency on a message leaves a chat's `leaves` to alerts and to what runs against a clock. */
const CARD: SendUrgency = 2;

/** Live pins come after everything that the ledger knows. */
export type SendUrgency = Urgency | 4;

export type Send = { chatId: number; urgency: SendUrgency; kind: "message" | "edit" };

export type SendBudget = {
  /** Takes one send, or tells in how many real milliseconds to ask again. */
  take(send: Send): Promise<Milliseconds>;
  /** Telegram said 429: nothing to this chat before then. */
  pause(chatId: number, retryAfter: Seconds): Promise<void>;
};

/**
 * Two token buckets, of the bot and of the chat, in one step; Redis keeps the time, so that several processes share one
 * budget without agreeing on a clock. Edits cost the bot, not the chat. Returns 0, or the milliseconds until both
 * buckets have what is asked for.
 */
const TAKE = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + now[2] / 1000
local function level(key, perMs, burst)
  local was = redis.call('HMGET', key, 'tokens', 'at')
  if not was[1] then return burst end
  return math.min(burst, tonumber(was[1]) + math.max(0, ms - tonumber(was[2])) * perMs)
end
local function keep(key, tokens, perMs, burst)
  redis.call('HSET', key, 'tokens', tokens, 'at', ms)
  redis.call('PEXPIRE', key, math.ceil((burst - tokens) / perMs) + 1000)
end
local botPerMs, botBurst, leave = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local chatPerMs, chatBurst = tonumber(ARGV[4]), tonumber(ARGV[5])
local chatCost, chatLeave = tonumber(ARGV[6]), tonumber(ARGV[7])
local bot = level(KEYS[1], botPerMs, botBurst)
local chat = level(KEYS[2], chatPerMs, chatBurst)
local wait = math.max((1 + leave - bot) / botPerMs, (chatCost + chatLeave - chat) / chatPerMs)
if wait > 0 then return math.ceil(wait) end
keep(KEYS[1], bot - 1, botPerMs, botBurst)
if chatCost > 0 then keep(KEYS[2], chat - chatCost, chatPerMs, chatBurst) end
return 0`;

/** Fills the chat's bucket with a debt that takes as long to pay back as Telegram wants us to be silent. */
const PAUSE = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + now[2] / 1000
redis.call('HSET', KEYS[1], 'tokens', -tonumber(ARGV[1]) * tonumber(ARGV[2]), 'at', ms)
redis.call('PEXPIRE', KEYS[1], ARGV[2] + 60000)
return 0`;

/** Per bot and shared by all processes that send for it. Scaled by the clock's speed, as Telegram's limits are in a replay. */
export function createSendBudget(
  { redis, keys, clock }: { redis: Redis; keys: Keys; clock: Clock },
  botId: Id,
): SendBudget {
  const perMs = (perSecond: number) => (perSecond * clock.speed) / 1_000;
  const chatRules = (chatId: number) => (chatId < 0 ? GROUP : CHAT);
  return {
    take: async ({ chatId, urgency, kind }) => {
      const chat = chatRules(chatId);
      const rules = [perMs(BOT.perSecond), BOT.burst, LEAVES[urgency]!, perMs(chat.perSecond), chat.burst];
      const cost = kind === "edit" ? 0 : 1;
      const leave = kind === "edit" || urgency < CARD ? 0 : chat.leaves;
      const place = [keys.budget(botId), keys.budget(botId, chatId)];
      return Number(await redis.eval(TAKE, 2, ...place, ...rules, cost, leave));
    },
    pause: async (chatId, retryAfter) => {
      await redis.eval(PAUSE, 1, keys.budget(botId, chatId), perMs(chatRules(chatId).perSecond), retryAfter * 1_000);
    },
  };
}

/** Waits until the send may go out. */
export async function afford(
  budget: SendBudget,
  send: Send,
  pause: (ms: Milliseconds) => Promise<void>,
): Promise<void> {
  for (let waitMs = await budget.take(send); waitMs > 0; waitMs = await budget.take(send)) await pause(waitMs);
}
