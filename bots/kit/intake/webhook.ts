import type { Update } from "grammy/types";
import type { Api } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";
import type { HandleUpdate } from "./handle-once";
import type { PositionIntake } from "./positions";
import { recordOnce } from "./record";

type Options = { secret: string; api: Api; log: Log; positions: PositionIntake; handle: HandleUpdate };
export type Webhook = { answer(request: Request): Promise<Response>; drained(): Promise<void> };

/** Answers one bot's webhook: 200 once the update is recorded, handled after that. Anything else makes Telegram repeat it. */
export function createWebhook({ secret, api, log, positions, handle }: Options): Webhook {
  const open = new Set<Promise<void>>();
  const begin = (update: Update) => {
    const work = handle(update).finally(() => open.delete(work));
    open.add(work);
  };
  return {
    answer: async (request) => {
      if (request.headers.get("x-telegram-bot-api-secret-token") !== secret) return new Response(null, { status: 403 });
      try {
        const batch = positions.hear([(await request.json()) as Update]);
        for (const update of await recordOnce(api, log, batch)) begin(update);
        return new Response(null, { status: 200 });
      } catch (error) {
        log.warn({ err: error }, "an update could not be recorded");
        return new Response(null, { status: 503 });
      }
    },
    drained: async () => {
      await Promise.allSettled(open);
    },
  };
}
