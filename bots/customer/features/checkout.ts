import { Composer } from "grammy";
import { askNote } from "#bots/customer/conversations/note";
import { askPhone } from "#bots/customer/conversations/phone";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { checkoutKeyboard, checkoutText, repairKeyboard } from "#bots/customer/messages/checkout-card";
import { ApiRefusal, ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { problemSentence } from "#bots/kit/problem";
import { show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { BranchView } from "#shared/contracts/branch";
import type { QuoteRequest } from "#shared/contracts/quote";
import { chooseAddress } from "./addresses";
import { chosenAddress } from "./branches";

/** The order to be: what it costs, when it comes, how it is paid. One card, edited in place. */
export const checkout = new Composer<BotContext>();

onTap(checkout, buttons.checkout, (ctx) => showCheckout(ctx));
onTap(checkout, buttons.note, (ctx) => askNote.ask(ctx, null));
onTap(checkout, buttons.payCash, (ctx) => change(ctx, { paymentMethod: "cash", cashGivenMinor: 0 }));
onTap(checkout, buttons.payInvoice, (ctx) => change(ctx, { paymentMethod: "invoice", cashGivenMinor: 0 }));
onTap(checkout, buttons.changeFrom, (ctx, { word }) =>
  change(ctx, { paymentMethod: "cash", cashGivenMinor: Number(word) || 0 }),
);
onTap(checkout, buttons.confirm, (ctx) => confirm(ctx));

async function change(ctx: BotContext, chosen: Partial<NonNullable<BotContext["session"]["checkout"]>>): Promise<void> {
  ctx.session.checkout = { ...ctx.session.checkout, ...chosen };
  await showCheckout(ctx);
}

type Wanted = { request: QuoteRequest; dropoff: Awaited<ReturnType<typeof chosenAddress>> };

/** What the quote is asked for; `null` while it is not known where to, or there is nothing in the cart. */
export async function wanted(ctx: BotContext): Promise<Wanted | null> {
  const { checkout: chosen = {} } = ctx.session;
  const [cart, address] = await Promise.all([ask(ctx.peyk.cart.get()), chosenAddress(ctx)]);
  if (!cart.branchId || cart.lines.length === 0 || (!address && chosen.addressId !== null)) return null;
  const request: QuoteRequest = {
    branchId: cart.branchId,
    fulfilment: address ? "delivery" : "pickup",
    dropoff: address && { lat: address.lat, lng: address.lng },
    lines: cart.lines.map(({ itemId, modifierIds, quantity }) => ({ itemId, modifierIds, quantity })),
    paymentMethod: chosen.paymentMethod ?? "cash",
    cashGivenMinor: chosen.cashGivenMinor || null,
    scheduledFor: chosen.scheduledFor ?? null,
  };
  return { request, dropoff: address };
}

export async function showCheckout(ctx: BotContext, warning?: string): Promise<void> {
  if (!ctx.person.phone) return askPhone.ask(ctx, null);
  const what = await wanted(ctx);
  if (!what) return chooseAddress(ctx);
  try {
    await draw(ctx, what, warning);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const wasChosen = ctx.session.checkout?.paymentMethod !== undefined;
    const sentence = problemSentence(error, ctx.words);
    if (await payOtherwise(ctx, error, what.request)) return showCheckout(ctx, wasChosen ? sentence : warning);
    await show(ctx, sentence, repairKeyboard(ctx.words));
  }
}

/**
 * A way to pay that does not fit any more (the total outgrew the note, the branch takes no cash) must not keep the card
 * away whose buttons choose another one: forgets the note, or takes what the branch has.
 * @returns whether another way was found
 */
async function payOtherwise(ctx: BotContext, { code }: ApiRefusal, request: QuoteRequest): Promise<boolean> {
  if (code === "payment.change_too_small" && request.cashGivenMinor) {
    ctx.session.checkout = { ...ctx.session.checkout, cashGivenMinor: 0 };
    return true;
  }
  if (code !== "payment.not_offered") return false;
  const { takesCash, takesInvoice } = await branchOf(ctx, request.branchId);
  const paymentMethod = takesCash ? "cash" : takesInvoice ? "invoice" : request.paymentMethod;
  if (paymentMethod === request.paymentMethod) return false;
  ctx.session.checkout = { ...ctx.session.checkout, paymentMethod, cashGivenMinor: 0 };
  return true;
}

/** As this bot can sell for it. */
async function branchOf(ctx: BotContext, id: string): Promise<BranchView> {
  const found = await ask(ctx.peyk.branches({ id }).get());
  return { ...found, takesInvoice: found.takesInvoice && ctx.takesInvoices };
}

/** @throws ApiRefusal as the quote */
async function draw(ctx: BotContext, { dropoff, request }: Wanted, warning?: string): Promise<void> {
  const quote = await ask(ctx.peyk.quotes.post(request));
  const branch = await branchOf(ctx, quote.branchId);
  // What was seen is what will be paid: another price is refused when it is placed.
  ctx.session.checkout = { ...ctx.session.checkout, fingerprint: quote.fingerprint };
  const card = {
    quote,
    branch,
    address: dropoff,
    method: request.paymentMethod,
    note: ctx.session.checkout?.note,
  };
  await show(ctx, checkoutText(card, ctx.words, warning), checkoutKeyboard(card, ctx.words));
}

/** Tapping twice, or a tap that Telegram delivers twice, is one order: the key is this card's. */
async function confirm(ctx: BotContext): Promise<string | undefined> {
  const { fingerprint, note = null } = ctx.session.checkout ?? {};
  const what = fingerprint ? await wanted(ctx) : null;
  if (!what || !fingerprint) return ctx.words.plain("button-old");
  try {
    const order = { ...what.request, dropoff: doorOf(what.dropoff), fingerprint, note };
    const placed = await ask(
      ctx.peyk.orders.post(order, { headers: { "x-idempotency-key": keyOf(ctx, fingerprint) } }),
    );
    delete ctx.session.checkout;
    await show(ctx, ctx.words.html("order-placed", { code: placed.code }));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    await showCheckout(ctx, problemSentence(error, ctx.words));
  }
}

const doorOf = (address: Wanted["dropoff"]) => {
  if (!address) return null;
  const { id: addressId, lat, lng, text, landmark, voiceMediaId } = address;
  return { addressId, lat, lng, text, landmark, voiceMediaId };
};

const keyOf = ({ chat, callbackQuery, me }: BotContext, fingerprint: string) =>
  `tg:${me.id}:${chat?.id}:${callbackQuery?.message?.message_id}:${fingerprint.replaceAll(/[^\w-]/g, "").slice(0, 40)}`;
