import { Composer, InlineKeyboard } from "grammy";
import { askAddress } from "#bots/customer/conversations/address";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { escapeHtml, type Words } from "#bots/kit/words";
import type { AddressView } from "#shared/contracts/address";
import { showBranches } from "./branches";
import { showCheckout } from "./checkout";

/** Where to: saved addresses, a new one, or collecting it oneself. */
export const addresses = new Composer<BotContext>();

onTap(addresses, buttons.order, (ctx) => chooseAddress(ctx));

onTap(addresses, buttons.address, async (ctx, { ids: [id] }) => {
  const address = (await knownAddresses(ctx)).find((each) => each.id === id);
  if (!address) return ctx.words.plain("button-old");
  await goOn(ctx, address.id);
});
onTap(addresses, buttons.collect, (ctx) => goOn(ctx, null));
onTap(addresses, buttons.newAddress, (ctx) => askAddress.ask(ctx, null));

addresses.chatType("private").command("addresses", (ctx) => listMine(ctx));
onTap(addresses, buttons.addresses, (ctx) => listMine(ctx));
onTap(addresses, buttons.forgetAddress, async (ctx, { ids: [id] }) => {
  await ask(ctx.peyk.addresses({ id: id! }).delete());
  await listMine(ctx);
});

export async function chooseAddress(ctx: BotContext): Promise<void> {
  const known = await knownAddresses(ctx);
  if (known.length === 0) return askAddress.ask(ctx, null);
  await show(ctx, ctx.words.html("address-choose"), choices(known, ctx.words));
}

export const knownAddresses = (ctx: BotContext): Promise<AddressView[]> => ask(ctx.peyk.addresses.get());

/** A saved address goes into the order at hand at once. */
export async function afterNewAddress(ctx: BotContext, id: string): Promise<void> {
  await goOn(ctx, id);
}

async function goOn(ctx: BotContext, addressId: string | null): Promise<void> {
  ctx.session.checkout = { ...ctx.session.checkout, addressId };
  const { lines } = await ask(ctx.peyk.cart.get());
  await (lines.length > 0 ? showCheckout(ctx) : showBranches(ctx));
}

function choices(known: readonly AddressView[], { plain }: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { id, text } of known.slice(0, 8)) keyboard.text(cut(`📍 ${text}`, 50), buttons.address.pack([id])).row();
  return keyboard
    .text(plain("button-new-address"), buttons.newAddress.pack())
    .row()
    .text(plain("button-collect"), buttons.collect.pack());
}

async function listMine(ctx: BotContext): Promise<void> {
  const { html, plain } = ctx.words;
  const known = await knownAddresses(ctx);
  const keyboard = new InlineKeyboard();
  for (const { id, text } of known) keyboard.text(cut(`🗑 ${text}`, 50), buttons.forgetAddress.pack([id])).row();
  keyboard
    .text(plain("button-new-address"), buttons.newAddress.pack())
    .row()
    .text(plain("button-home"), buttons.home.pack());
  const lines = known.map(({ text, landmark }) => `• ${escapeHtml(landmark ? `${text} (${landmark})` : text)}`);
  await show(ctx, [html(known.length ? "addresses-mine" : "addresses-none"), "", ...lines].join("\n"), keyboard);
}
