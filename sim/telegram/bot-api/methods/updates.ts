import type { WebhookInfo } from "grammy/types";
import { z } from "zod";
import { dropUpdates } from "../../world/updates";
import { badRequest, conflict } from "../api-error";
import type { Call, Methods } from "../call";
import { isThisMachine } from "../web-app-url";

const DEFAULT_LIMIT = 100;
const MAX_TIMEOUT_S = 50;
const AllowedUpdates = z.array(z.string());

export const updates: Methods = {
  getUpdates: async (call) => {
    const { bot, params, polling, faults, signal } = call;
    if (bot.webhook)
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    readAllowedUpdates(call);
    const limit = Math.min(DEFAULT_LIMIT, Math.max(1, params.int("limit") ?? DEFAULT_LIMIT));
    const timeoutMs = Math.min(MAX_TIMEOUT_S, params.int("timeout") ?? 0) * 1_000;
    return faults.garble(
      bot.id,
      await polling.poll(bot, { offset: params.int("offset") ?? 0, limit, timeoutMs, signal }),
    );
  },

  setWebhook: (call) => {
    const { bot, params, polling, world } = call;
    const url = params.text("url");
    if (!url) return removeWebhook(call);
    demandWebhookUrl(url);
    const secretToken = params.text("secret_token");
    if (secretToken && !/^[\w-]{1,256}$/.test(secretToken))
      throw badRequest("secret token contains unallowed characters");
    readAllowedUpdates(call);
    if (params.flag("drop_pending_updates")) dropUpdates(bot);
    bot.webhook = { url, secretToken, maxConnections: params.int("max_connections") ?? 40 };
    polling.terminate(bot.id, "setWebhook request");
    world.wakeBot(bot.id);
    return true;
  },

  deleteWebhook: removeWebhook,

  getWebhookInfo: ({ bot }) => ({
    url: bot.webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: bot.updates.length,
    max_connections: bot.webhook?.maxConnections,
    last_error_date: bot.webhook?.lastErrorAtS,
    last_error_message: bot.webhook?.lastErrorMessage,
    // The library's type lists the kinds it knows; a bot may have named others.
    allowed_updates: bot.allowedUpdates as WebhookInfo["allowed_updates"],
  }),
};

function removeWebhook({ bot, params }: Call): true {
  if (params.flag("drop_pending_updates")) dropUpdates(bot);
  bot.webhook = undefined;
  return true;
}

/** An empty list means the default set again. */
function readAllowedUpdates({ bot, params }: Call): void {
  const allowed = params.json("allowed_updates", AllowedUpdates, "allowed_updates");
  if (allowed) bot.allowedUpdates = allowed.length > 0 ? allowed : undefined;
}

/** A bot of this machine may be called over plain HTTP, as a local Bot API server allows. */
function demandWebhookUrl(text: string): void {
  if (!URL.canParse(text)) throw badRequest("bad webhook: invalid webhook URL specified");
  const { protocol, hostname } = new URL(text);
  if (protocol === "https:" || (protocol === "http:" && isThisMachine(hostname))) return;
  throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
}
