import { Composer, InlineKeyboard } from "grammy";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { starsFor } from "#bots/customer/messages/renderers";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { money } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { OrderView } from "#shared/contracts/order";
import { CUSTOMARY_SUMS, minorOf } from "#shared/money/customary-sums";
import { tipPayload } from "#shared/money/invoice-payload";

/** Stars for the food, then for the courier, then a tip, which is paid like an order: by an invoice in the chat. */
export function rating(providerToken: string | undefined): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  onTap(feature, buttons.rate, async (ctx, { ids: [id] }) => {
    await say(ctx, ctx.words.html("rating-ask-food"), starsFor(id!, "food"));
  });

  onTap(feature, buttons.stars, async (ctx, { ids: [id], word }) => {
    const match = /^(food|courier)-([1-5])$/.exec(word);
    if (!match) return ctx.words.plain("button-old");
    const about = match[1] as "food" | "courier";
    await ask(ctx.peyk.orders({ id: id! }).ratings.post({ about, stars: Number(match[2]) }));
    await askNext(ctx, about, await ask(ctx.peyk.orders({ id: id! }).get()), providerToken !== undefined);
  });

  onTap(feature, buttons.tip, async (ctx, { ids: [id], word }) => {
    const whole = Number(word);
    if (whole === 0) return void (await show(ctx, ctx.words.html("rating-thanks")));
    const order = await ask(ctx.peyk.orders({ id: id! }).get());
    const { currency } = order;
    if (!CUSTOMARY_SUMS[currency].tips.includes(whole) || !providerToken) return ctx.words.plain("button-old");
    const title = ctx.words.plain("tip-title", { name: order.delivery?.courier?.firstName ?? "" });
    const prices = [{ label: title, amount: minorOf(whole, currency) }];
    await ctx.replyWithInvoice(title, title, tipPayload.pack(order.id), currency, prices, {
      provider_token: providerToken,
    });
  });
  return feature;
}

async function askNext(
  ctx: BotContext,
  rated: "food" | "courier",
  order: OrderView,
  takesTips: boolean,
): Promise<void> {
  const courier = order.delivery?.courier;
  const { html } = ctx.words;
  if (rated === "food" && courier)
    return void (await show(
      ctx,
      html("rating-ask-courier", { name: courier.firstName }),
      starsFor(order.id, "courier"),
    ));
  if (!courier || !takesTips) return void (await show(ctx, html("rating-thanks")));
  const keyboard = new InlineKeyboard();
  const { currency } = order;
  for (const whole of CUSTOMARY_SUMS[currency].tips)
    keyboard.text(money(minorOf(whole, currency), currency, ctx.words), buttons.tip.pack([order.id], String(whole)));
  keyboard.row().text(ctx.words.plain("button-no-tip"), buttons.tip.pack([order.id], "0"));
  await show(ctx, html("tip-ask", { name: courier.firstName }), keyboard);
}
