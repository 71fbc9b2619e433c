import { Composer, InlineKeyboard, InputFile } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ApiRefusal, ask } from "#bots/kit/api";
import type { BotContext, Dish } from "#bots/kit/context";
import { cut, money } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { escapeHtml, type Words } from "#bots/kit/words";
import type { MenuItem, MenuView } from "#shared/contracts/menu";
import { QUANTITY_MAX } from "#shared/contracts/quote";
import { inLanguage } from "#shared/kernel/language";
import { menuOf, showMenu } from "./menu";

/** One dish: its options within their bounds, how many, and into the cart. */
export const dish = new Composer<BotContext>();

onTap(dish, buttons.dish, async (ctx, { ids: [branchId, itemId] }) => {
  const found = await ofMenu(ctx, { branchId: branchId!, itemId: itemId! });
  if (!found) return ctx.words.plain("button-old");
  const chosen = { branchId: branchId!, itemId: itemId!, modifierIds: usual(found.item), quantity: 1 };
  ctx.session.dish = chosen;
  await sendPhoto(ctx, found.item);
  await showDish(ctx, found, chosen);
});

onTap(dish, buttons.toggle, async (ctx, { ids: [modifierId] }) => {
  const chosen = ctx.session.dish;
  const found = chosen && (await ofMenu(ctx, chosen));
  if (!chosen || !found) return ctx.words.plain("button-old");
  chosen.modifierIds = toggled(found.item, chosen.modifierIds, modifierId!);
  await showDish(ctx, found, chosen);
});

onTap(dish, buttons.more, async (ctx, { word }) => {
  const chosen = ctx.session.dish;
  const found = chosen && (await ofMenu(ctx, chosen));
  if (!chosen || !found) return ctx.words.plain("button-old");
  chosen.quantity = Math.min(QUANTITY_MAX, Math.max(1, Number(word) || 1));
  await showDish(ctx, found, chosen);
});

onTap(dish, buttons.add, async (ctx, { word }) => {
  const chosen = ctx.session.dish;
  if (!chosen) return ctx.words.plain("button-old"); // a second tap: it is in the cart already
  try {
    await ask(ctx.peyk.cart.lines.post({ ...chosen, replace: word === "replace" }));
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === "cart.other_branch") return void (await offerReplacement(ctx));
    throw error;
  }
  delete ctx.session.dish;
  await showMenu(ctx, chosen.branchId);
  return ctx.words.plain("dish-added");
});

const offerReplacement = (ctx: BotContext) =>
  say(
    ctx,
    ctx.words.html("cart-other-branch"),
    new InlineKeyboard()
      .text(ctx.words.plain("button-replace-cart"), buttons.add.pack([], "replace"))
      .row()
      .text(ctx.words.plain("button-keep-cart"), buttons.cart.pack()),
  );

type Found = { menu: MenuView; item: MenuItem };

async function ofMenu(ctx: BotContext, { branchId, itemId }: Pick<Dish, "branchId" | "itemId">): Promise<Found | null> {
  const menu = await menuOf(ctx, branchId);
  const item = menu.categories.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  return item ? { menu, item } : null;
}

/** What must be chosen begins with the first choices of the menu, so that most people need no tap. */
const usual = ({ modifierGroups }: MenuItem): string[] =>
  modifierGroups.flatMap(({ minChoices, modifiers }) =>
    modifiers
      .filter(({ available }) => available)
      .slice(0, minChoices)
      .map(({ id }) => id),
  );

/** A choice of one is swapped; of several, the bounds are the API's to check when it goes into the cart. */
function toggled({ modifierGroups }: MenuItem, chosen: readonly string[], id: string): string[] {
  const group = modifierGroups.find(({ modifiers }) => modifiers.some((each) => each.id === id));
  if (!group) return [...chosen];
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  const siblings = group.modifiers.map((each) => each.id);
  const others = group.maxChoices === 1 ? chosen.filter((each) => !siblings.includes(each)) : chosen;
  return [...others, id];
}

async function sendPhoto(ctx: BotContext, { photoMediaId }: MenuItem): Promise<void> {
  if (!photoMediaId) return;
  const { url } = await ask(ctx.peyk.media({ id: photoMediaId }).get());
  const reply = await fetch(url);
  if (reply.ok) await ctx.replyWithPhoto(new InputFile(new Uint8Array(await reply.arrayBuffer()), "dish.jpg"));
}

async function showDish(ctx: BotContext, { menu, item }: Found, chosen: Dish): Promise<void> {
  const { words } = ctx;
  const deltas = item.modifierGroups
    .flatMap(({ modifiers }) => modifiers)
    .filter(({ id }) => chosen.modifierIds.includes(id))
    .map(({ priceDeltaMinor }) => priceDeltaMinor);
  const unitMinor = deltas.reduce((sum, delta) => sum + delta, item.priceMinor);
  const text = [
    `<b>${escapeHtml(inLanguage(item.name, words.language))}</b> — ${money(item.priceMinor, menu.currency, words)}`,
    ...(item.description ? [escapeHtml(inLanguage(item.description, words.language))] : []),
    ...(item.available ? [] : [words.html("dish-not-now")]),
    ...(item.available && item.stock !== null && item.stock < 10
      ? [words.html("dish-left", { count: String(item.stock) })]
      : []),
    ...item.modifierGroups.map((group) => groupLine(group, words)),
  ].join("\n");
  await show(ctx, text, keyboard({ menu, item }, chosen, unitMinor * chosen.quantity, words));
}

const groupLine = ({ name, minChoices, maxChoices }: MenuItem["modifierGroups"][number], { html, language }: Words) =>
  html(minChoices === 0 ? "dish-options-up-to" : "dish-options-between", {
    name: inLanguage(name, language),
    min: String(minChoices),
    max: String(maxChoices),
  });

function keyboard(
  { menu, item }: Found,
  { modifierIds, quantity }: Dish,
  totalMinor: number,
  words: Words,
): InlineKeyboard {
  const board = new InlineKeyboard();
  for (const { modifiers } of item.modifierGroups)
    for (const { id, name, priceDeltaMinor, available } of modifiers.filter(
      (each) => each.available || modifierIds.includes(each.id),
    )) {
      const mark = modifierIds.includes(id) ? "✅" : available ? "▫️" : "✖️";
      const sign = priceDeltaMinor > 0 ? "+" : "";
      const extra = priceDeltaMinor ? ` ${sign}${money(priceDeltaMinor, menu.currency, words)}` : "";
      board.text(cut(`${mark} ${inLanguage(name, words.language)}${extra}`, 45), buttons.toggle.pack([id])).row();
    }
  if (item.available)
    board
      .text("−", buttons.more.pack([], String(quantity - 1)))
      .text(String(quantity), buttons.more.pack([], String(quantity)))
      .text("+", buttons.more.pack([], String(quantity + 1)))
      .row()
      .text(words.plain("button-add", { amount: money(totalMinor, menu.currency, words) }), buttons.add.pack())
      .row();
  return board
    .text(words.plain("button-like"), buttons.favourite.pack([item.id]))
    .text(words.plain("button-back"), buttons.branch.pack([menu.branchId]));
}
