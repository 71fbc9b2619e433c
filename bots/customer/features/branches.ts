import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, money } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { Words } from "#bots/kit/words";
import type { BranchView } from "#shared/contracts/branch";
import { inLanguage } from "#shared/kernel/language";
import { knownAddresses } from "./addresses";

/** Which branches bring it there, or have it ready at the counter. */
export const branches = new Composer<BotContext>();
onTap(branches, buttons.branches, (ctx) => showBranches(ctx));

export async function showBranches(ctx: BotContext): Promise<void> {
  const address = await chosenAddress(ctx);
  const query = address ? { lat: address.lat, lng: address.lng } : {};
  const all = await ask(ctx.peyk.branches.get({ query }));
  const fitting = all.filter((branch) => (address ? branch.delivery !== null : branch.offersPickup));
  const { html } = ctx.words;
  if (fitting.length === 0) return void (await show(ctx, html("branches-none"), elsewhere(ctx.words)));
  await show(ctx, html(address ? "branches-delivering" : "branches-collecting"), list(fitting, ctx.words));
}

/** The address in hand; `null` when there is none, or the customer collects. */
export async function chosenAddress(ctx: BotContext) {
  const id = ctx.session.checkout?.addressId;
  return id ? ((await knownAddresses(ctx)).find((address) => address.id === id) ?? null) : null;
}

function list(fitting: readonly BranchView[], words: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const branch of fitting) keyboard.text(cut(label(branch, words), 60), buttons.branch.pack([branch.id])).row();
  return keyboard.text(words.plain("button-home"), buttons.home.pack());
}

function label({ name, open, delivery, currency }: BranchView, words: Words): string {
  const title = inLanguage(name, words.language);
  if (!open) return words.plain("branch-closed", { name: title });
  if (!delivery) return title;
  const fee = money(delivery.feeMinor, currency, words);
  return words.plain("branch-terms", { name: title, fee, minutes: String(delivery.promisedMinutes) });
}

const elsewhere = ({ plain }: Words) =>
  new InlineKeyboard()
    .text(plain("button-new-address"), buttons.newAddress.pack())
    .row()
    .text(plain("button-collect"), buttons.collect.pack());
