import { Composer, InlineKeyboard } from "grammy";
import { ask } from "#bots/kit/api";
import { button } from "#bots/kit/button";
import type { BotContext } from "#bots/kit/context";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordsIn } from "#bots/kit/words";
import { Language } from "#shared/kernel/language";

export const chooseLanguage = button("language");
export const language = new Composer<BotContext>();

language.chatType("private").command("language", (ctx) => say(ctx, ctx.words.html("language-choose"), languages()));

onTap(language, chooseLanguage, async (ctx, { word }) => {
  const chosen = Language.safeParse(word);
  if (!chosen.success) {
    await say(ctx, ctx.words.html("language-choose"), languages());
    return;
  }
  const person = await ask(ctx.peyk.me.language.put({ language: chosen.data }));
  ctx.words = wordsIn(person.language, ctx.words.timezone);
  await show(ctx, ctx.words.html("language-chosen"));
});

/** Each in its own language: somebody who cannot read the present one finds theirs. */
const languages = () =>
  Language.options.reduce(
    (keyboard, each) => keyboard.text(wordsIn(each).plain("language-name"), chooseLanguage.pack([], each)).row(),
    new InlineKeyboard(),
  );
