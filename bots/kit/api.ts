import { treaty } from "@elysiajs/eden";
import type { App } from "#api/app";
import type { Id } from "#shared/kernel/ids";
import { RefusalBody, type RefusalCode } from "#shared/kernel/refusal";

const TIMEOUT_MS = 10_000; // machine time; a handler that waits longer blocks its chat

export type ApiAccess = { url: string; serviceToken: string };
type Who = { botId?: Id; telegramId?: number };

/** The API as the bots process, as one bot, or as one Telegram user of a bot sees it. */
export const createApi = ({ url, serviceToken }: ApiAccess, { botId, telegramId }: Who = {}) =>
  treaty<App>(url, {
    parseDate: false, // moments stay what the contract says: ISO strings
    fetcher: fetchInTime,
    headers: {
      authorization: `Bearer ${serviceToken}`,
      ...(botId && { "x-bot-id": botId }),
      ...(telegramId !== undefined && { "x-telegram-id": String(telegramId) }),
    },
  });
export type Api = ReturnType<typeof createApi>;

const fetchInTime = ((input: string | URL | Request, init?: RequestInit) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })) as typeof fetch;

/** An expected "no" of the API, for the person who asked. */
export class ApiRefusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;
  constructor({ code, details }: Pick<RefusalBody, "code" | "details">) {
    super(code);
    this.name = "ApiRefusal";
    this.code = code;
    this.details = details;
  }
}

/** The API could not be reached, or answered with a bug. Trying again later may help. */
export class ApiAway extends Error {
  override readonly name = "ApiAway";
}

type Reply<T> = { data: T; error: null } | { data: null; error: { status: unknown; value: unknown } };

/** Turns a reply into data. @throws ApiRefusal, ApiAway */
export async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error } = await reply.catch((cause: unknown) => {
    throw new ApiAway("no answer", { cause });
  });
  if (!error) return data as T;
  const refusal = RefusalBody.safeParse(error.value);
  if (refusal.success) throw new ApiRefusal(refusal.data);
  throw new ApiAway(`status ${String(error.status)}`);
}

/** For what may well be answered with this "no": gives `null` instead of throwing it. */
export async function askUnless<T>(code: RefusalCode, reply: Promise<Reply<T>>): Promise<T | null> {
  try {
    return await ask(reply);
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === code) return null;
    throw error;
  }
}
