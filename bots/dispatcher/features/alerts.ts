import { Composer } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { onTap } from "#bots/kit/tap";

/** "I take it": the alert falls silent for everybody. Its message is closed by the ledger, with the name of who took it. */
export const alerts = new Composer<BotContext>();

onTap(alerts, buttons.take, async (ctx, { ids: [id] }) => {
  await ask(ctx.peyk.alerts({ id: id! }).acknowledge.post());
  return ctx.words.plain("alert-yours");
});
