import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { money } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { escapeHtml, type Words } from "#bots/kit/words";
import type { CartLine, CartView } from "#shared/contracts/cart";
import { inLanguage } from "#shared/kernel/language";

/** The cart: one card, edited in place. A button names the new quantity, so that tapping it twice changes nothing. */
export const cart = new Composer<BotContext>();

cart.chatType("private").command("cart", (ctx) => showCart(ctx));
onTap(cart, buttons.cart, (ctx) => showCart(ctx));
onTap(cart, buttons.setLine, async (ctx, { ids: [lineId], word }) => {
  const quantity = Number(word);
  if (!Number.isInteger(quantity)) return ctx.words.plain("button-old");
  await showCart(ctx, await ask(ctx.peyk.cart.lines({ lineId: lineId! }).patch({ quantity })));
});
onTap(cart, buttons.emptyCart, async (ctx) => showCart(ctx, await ask(ctx.peyk.cart.delete())));

async function showCart(ctx: BotContext, known?: CartView): Promise<void> {
  const view = known ?? (await ask(ctx.peyk.cart.get()));
  await show(ctx, textOf(view, ctx.words), keyboard(view, ctx.words));
}

function textOf({ lines, currency, subtotalMinor }: CartView, words: Words): string {
  if (lines.length === 0 || !currency) return words.html("cart-empty");
  return [
    words.html("cart-title"),
    "",
    ...lines.map((line) => lineText(line, words, money(line.totalMinor, currency, words))),
    "",
    words.html("cart-subtotal", { amount: money(subtotalMinor, currency, words) }),
  ].join("\n");
}

function lineText({ name, modifierNames, quantity, available }: CartLine, words: Words, amount: string): string {
  const extras = modifierNames.map((each) => inLanguage(each, words.language)).join(", ");
  const what = escapeHtml(`${inLanguage(name, words.language)}${extras ? ` (${extras})` : ""}`);
  return available
    ? `${quantity} × ${what} — ${amount}`
    : `<s>${quantity} × ${what}</s> ${words.html("cart-line-gone")}`;
}

function keyboard({ branchId, lines }: CartView, { plain, language }: Words): InlineKeyboard {
  const board = new InlineKeyboard();
  for (const { id, name, quantity } of lines)
    board
      .text("−", buttons.setLine.pack([id], String(quantity - 1)))
      .text(`${quantity} × ${inLanguage(name, language).slice(0, 18)}`, buttons.setLine.pack([id], String(quantity)))
      .text("+", buttons.setLine.pack([id], String(quantity + 1)))
      .row();
  if (lines.length > 0)
    board
      .text(plain("button-checkout"), buttons.checkout.pack())
      .row()
      .text(plain("button-empty-cart"), buttons.emptyCart.pack());
  if (branchId) return board.text(plain("button-menu"), buttons.branch.pack([branchId]));
  return board.text(plain("button-order"), buttons.order.pack());
}
