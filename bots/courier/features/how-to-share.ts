import { fileURLToPath } from "node:url";
import { InputFile } from "grammy";
import type { BotContext } from "#bots/kit/context";

/** Drawn from `share-live-location.svg`; without words, so that one picture does for every language. */
const PICTURE = fileURLToPath(new URL("../pictures/share-live-location.png", import.meta.url));

/** What Telegram calls the picture, by bot: it is uploaded once, and sent by this name from then on. */
const uploaded = new Map<number, string>();

/** A bot cannot ask for a live location: it can only show how to share one. */
export async function howToShare(ctx: BotContext): Promise<void> {
  const picture = uploaded.get(ctx.me.id) ?? new InputFile(PICTURE, "share-live-location.png");
  const { photo } = await ctx.replyWithPhoto(picture, { caption: ctx.words.html("online-how"), parse_mode: "HTML" });
  uploaded.set(ctx.me.id, photo.at(-1)!.file_id);
}
