import type { Composer } from "grammy";
import type { Button, Tap } from "./button";
import type { BotContext } from "./context";

/** What happens on a tap. A text that it returns is shown as a toast. */
type OnTap = (ctx: BotContext, tap: Tap) => Promise<unknown>;

/** Registers a button. Data that somebody made up is answered like a button that is too old. */
export function onTap(feature: Composer<BotContext>, button: Button, handle: OnTap): void {
  feature.callbackQuery(button.pattern, async (ctx) => {
    const tap = button.read(ctx.callbackQuery.data);
    const toast = tap ? await handle(ctx, tap) : ctx.words.plain("button-old");
    await ctx.answerCallbackQuery(typeof toast === "string" ? { text: toast.slice(0, 200) } : undefined);
  });
}
