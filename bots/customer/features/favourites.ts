import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, money } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { inLanguage } from "#shared/kernel/language";

/** Dishes to find again: one tap likes, another one takes it back. */
export const favourites = new Composer<BotContext>();

onTap(favourites, buttons.favourite, async (ctx, { ids: [itemId] }) => {
  const { favourites: mine } = await ask(ctx.peyk.favourites.get());
  const liked = mine.some((each) => each.itemId === itemId);
  const one = ctx.peyk.favourites({ itemId: itemId! });
  await ask(liked ? one.delete() : one.put());
  return ctx.words.plain(liked ? "favourite-removed" : "favourite-added");
});

onTap(favourites, buttons.favourites, async (ctx) => {
  const { words } = ctx;
  const { favourites: mine } = await ask(ctx.peyk.favourites.get());
  const keyboard = new InlineKeyboard();
  for (const { itemId, branchId, name, priceMinor, currency } of mine) {
    const label = words.plain("dish-price", {
      name: inLanguage(name, words.language),
      amount: money(priceMinor, currency, words),
    });
    keyboard.text(cut(label, 60), buttons.dish.pack([branchId, itemId])).row();
  }
  keyboard.text(words.plain("button-home"), buttons.home.pack());
  await show(ctx, words.html(mine.length > 0 ? "favourites-mine" : "favourites-none"), keyboard);
});
