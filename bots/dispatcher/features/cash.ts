import { Composer, InlineKeyboard } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { money } from "#bots/kit/format";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { BranchView } from "#shared/contracts/branch";
import type { CourierPurse } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { inLanguage } from "#shared/kernel/language";

/** Customers' cash that a courier brings to a till. */
export const cash = new Composer<BotContext>();

/** How many tills one character of a button can tell apart. */
const TILLS_MAX = 36;

onTap(cash, buttons.cash, async (ctx, { ids: [id] }) => {
  const { html, plain, language } = ctx.words;
  const courier = ctx.peyk.couriers({ id: id! });
  const [{ firstName: name }, purse] = await Promise.all([ask(courier.get()), ask(courier.purse.get())]);
  const keyboard = new InlineKeyboard();
  const handInId = crypto.randomUUID();
  const tills = purse.cashInHandMinor > 0 ? await tillsOf(ctx, purse) : [];
  for (const [place, till] of tills.entries()) {
    const label = plain("button-into-till", { branch: inLanguage(till.name, language) });
    const word = `${place.toString(36)}${purse.cashInHandMinor.toString(36)}`;
    keyboard.text(label, buttons.takeCash.pack([id!, handInId], word)).row();
  }
  keyboard.text(plain("button-back"), buttons.courier.pack([id!]));
  await show(ctx, html("staff-take-in-cash", { name, amount: inHand(ctx, purse) }), keyboard);
});

/** The amount is the one that was asked about: what came into their hand since then stays there. */
onTap(cash, buttons.takeCash, async (ctx, { ids: [id, settlementId], word }) => {
  const courier = ctx.peyk.couriers({ id: id! });
  const purse = await ask(courier.purse.get());
  const till = (await tillsOf(ctx, purse))[Number.parseInt(word.slice(0, 1), 36)];
  const amountMinor = Number.parseInt(word.slice(1), 36);
  if (!till || !settlementId || !Number.isSafeInteger(amountMinor)) return ctx.words.plain("button-old");
  await ask(courier["cash-hand-ins"].post({ settlementId, branchId: till.id, amountMinor }));
  const keyboard = new InlineKeyboard().text(ctx.words.plain("button-back"), buttons.courier.pack([id!]));
  const amount = money(amountMinor, purse.currency, ctx.words);
  return void (await show(ctx, ctx.words.html("staff-cash-taken-in", { amount }), keyboard));
});

/** What a courier has in hand; null: that is not for this person. */
export const purseFor = async (ctx: BotContext, id: Id): Promise<CourierPurse | null> =>
  ctx.person.permissions.includes("cash.take_in") ? ask(ctx.peyk.couriers({ id }).purse.get()) : null;

export const inHand = (ctx: BotContext, { cashInHandMinor, currency }: CourierPurse): string =>
  money(cashInHandMinor, currency, ctx.words);

/** The branches at which this person works and whose till holds the courier's currency. */
async function tillsOf({ peyk, person }: BotContext, { currency }: CourierPurse): Promise<BranchView[]> {
  const branches = await ask(peyk.branches.get({ query: {} }));
  const mine = ({ id }: BranchView) => person.branches === "all" || person.branches.includes(id);
  return branches.filter((branch) => branch.currency === currency && mine(branch)).slice(0, TILLS_MAX);
}
