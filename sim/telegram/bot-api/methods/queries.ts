import { z } from "zod";
import type { Answer } from "../../world/bill";
import { answer } from "../../world/query";
import { badRequest, STALE_QUERY } from "../api-error";
import type { Call, Methods } from "../call";

const MAX_TOAST = 200;
const Prices = z.array(z.object({ label: z.string(), amount: z.int() }));
const Options = z.array(z.object({ id: z.string(), title: z.string(), prices: Prices }));

export const queries: Methods = {
  answerCallbackQuery: (call) => {
    const { params } = call;
    const text = params.text("text");
    if (text && text.length > MAX_TOAST) throw badRequest("MESSAGE_TOO_LONG");
    return give(call, "callback_query_id", {
      kind: "callback",
      text,
      alert: params.flag("show_alert"),
      url: params.text("url"),
    });
  },

  answerShippingQuery: (call) => {
    const { params } = call;
    const ok = params.flag("ok");
    const options = params.json("shipping_options", Options, "shipping options") ?? [];
    if (ok && options.length === 0) throw badRequest("SHIPPING_OPTIONS_INVALID");
    return give(call, "shipping_query_id", { kind: "shipping", ok, options, error: errorUnless(ok, call) });
  },

  answerPreCheckoutQuery: (call) => {
    const ok = call.params.flag("ok");
    return give(call, "pre_checkout_query_id", { kind: "pre_checkout", ok, error: errorUnless(ok, call) });
  },
};

function errorUnless(ok: boolean, { params }: Call): string | undefined {
  const error = params.text("error_message");
  if (!ok && !error) throw badRequest("error message must be non-empty");
  return ok ? undefined : error;
}

function give({ world, bot, params }: Call, name: string, given: Answer): true {
  if (!answer(world, bot.id, params.text(name) ?? "", given)) throw badRequest(STALE_QUERY);
  return true;
}
