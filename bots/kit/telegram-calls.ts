import { autoRetry } from "@grammyjs/auto-retry";
import type { Api as TelegramApi, Transformer } from "grammy";
import { afford, type SendBudget } from "./send-budget";

const CALL_TIMEOUT_MS = 10_000;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const SENDS = /^(send|forward|copy)/;
const EDITS = /^(edit|stop)/;

/** A call that hangs must not hold its chat; only the poll for updates may take its time. */
const inTime: Transformer = (previous, method, payload, signal) => {
  if (method === "getUpdates") return previous(method, payload, signal);
  return previous(method, payload, AbortSignal.timeout(CALL_TIMEOUT_MS) as typeof signal);
};

/** Answers to people are paid from the same budget as the news of the ledger, and come first. */
const withinBudget =
  (budget: SendBudget): Transformer =>
  async (previous, method, payload, signal) => {
    const chatId = "chat_id" in payload ? Number(payload.chat_id) : Number.NaN;
    const kind = SENDS.test(method) ? "message" : EDITS.test(method) ? "edit" : undefined;
    if (kind && method !== "sendChatAction" && Number.isFinite(chatId))
      await afford(budget, { chatId, urgency: 0, kind }, sleep);
    return previous(method, payload, signal);
  };

/** What every call of a bot goes through; to be installed for conversations as well, which have an API of their own. */
export function manageCalls(api: TelegramApi, budget: SendBudget): void {
  api.config.use(inTime);
  api.config.use(withinBudget(budget));
  api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 10 }));
}
