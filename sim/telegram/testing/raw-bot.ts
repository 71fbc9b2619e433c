import type { Message, Update } from "grammy/types";
import type { Telegram } from "../start-telegram";

export type RawReply = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** A bot without a library: what goes over the wire and what comes back. */
export type RawBot = {
  token: string;
  username: string;
  call(method: string, body?: object): Promise<RawReply>;
  post(method: string, body: FormData | URLSearchParams): Promise<RawReply>;
  /** The text of a refusal; fails when the call was let through. */
  refusal(method: string, body?: object): Promise<string>;
  /** A message sent; fails on a refusal. */
  sends(method: string, body: object): Promise<Message>;
  updates(body?: object): Promise<Update[]>;
};

let serial = 0;

export function rawBot(telegram: Telegram, name = "Raw"): RawBot {
  const username = `raw_${++serial}_bot`;
  const token = telegram.createBot({ username, name });
  const address = (method: string) => `${telegram.url}/bot${token}/${method}`;
  const post = async (method: string, body: string | FormData | URLSearchParams, headers = {}) =>
    (await fetch(address(method), { method: "POST", body, headers })).json() as Promise<RawReply>;
  const call = (method: string, body: object = {}) =>
    post(method, JSON.stringify(body), { "content-type": "application/json" });
  return {
    token,
    username,
    call,
    post,
    refusal: async (method, body) => {
      const reply = await call(method, body);
      if (reply.ok) throw new Error(`${method} was not refused: ${JSON.stringify(reply.result)}`);
      return reply.description!;
    },
    sends: async (method, body) => {
      const reply = await call(method, body);
      if (!reply.ok) throw new Error(reply.description);
      return reply.result as Message;
    },
    updates: async (body) => (await call("getUpdates", body)).result as Update[],
  };
}
