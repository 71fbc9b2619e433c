import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, money } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { Words } from "#bots/kit/words";
import type { CartView } from "#shared/contracts/cart";
import type { MenuItem, MenuView } from "#shared/contracts/menu";
import { inLanguage } from "#shared/kernel/language";

/** The menu of a branch: its categories, and the dishes of one. */
export const menu = new Composer<BotContext>();

onTap(menu, buttons.branch, (ctx, { ids: [id] }) => showMenu(ctx, id!));
onTap(menu, buttons.category, async (ctx, { ids: [branchId, categoryId] }) => {
  const found = await menuOf(ctx, branchId!);
  const category = found.categories.find(({ id }) => id === categoryId);
  if (!category) return ctx.words.plain("button-old");
  const keyboard = dishes(found, category.items, ctx.words)
    .text(ctx.words.plain("button-back"), buttons.branch.pack([branchId!]))
    .row();
  await show(
    ctx,
    `<b>${ctx.words.html("menu-category", { name: inLanguage(category.name, ctx.words.language) })}</b>`,
    keyboard,
  );
});

export const menuOf = (ctx: BotContext, branchId: string): Promise<MenuView> =>
  ask(ctx.peyk.branches({ id: branchId }).menu.get());

export async function showMenu(ctx: BotContext, branchId: string): Promise<void> {
  const [branch, found, cart] = await Promise.all([
    ask(ctx.peyk.branches({ id: branchId }).get()),
    menuOf(ctx, branchId),
    ask(ctx.peyk.cart.get()),
  ]);
  const { html, language } = ctx.words;
  const text = html(branch.open ? "menu-title" : "menu-title-closed", { name: inLanguage(branch.name, language) });
  await show(ctx, text, categories(found, cart, ctx.words));
}

function categories({ branchId, categories: all }: MenuView, cart: CartView, words: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  all.forEach(({ id, name }, index) => {
    keyboard.text(cut(inLanguage(name, words.language), 30), buttons.category.pack([branchId, id]));
    if (index % 2 === 1) keyboard.row();
  });
  keyboard.row();
  if (cart.lines.length > 0) keyboard.text(cartLabel(cart, words), buttons.cart.pack()).row();
  return keyboard.text(words.plain("button-home"), buttons.home.pack());
}

export const cartLabel = ({ lines, subtotalMinor, currency }: CartView, words: Words): string =>
  words.plain("button-cart", {
    count: String(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    amount: currency ? money(subtotalMinor, currency, words) : "",
  });

type OfBranch = Pick<MenuView, "branchId" | "currency">;

/** One button per dish; what cannot be had now says so. */
export function dishes({ branchId, currency }: OfBranch, items: readonly MenuItem[], words: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const item of items.slice(0, 40)) {
    const name = cut(inLanguage(item.name, words.language), 40);
    const label = item.available
      ? words.plain("dish-price", { name, amount: money(item.priceMinor, currency, words) })
      : words.plain("dish-sold-out", { name });
    keyboard.text(label, buttons.dish.pack([branchId, item.id])).row();
  }
  return keyboard;
}
