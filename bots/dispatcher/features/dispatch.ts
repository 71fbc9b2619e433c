import { Composer, InlineKeyboard } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, distance } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { type Words, wordId } from "#bots/kit/words";
import type { CourierView } from "#shared/contracts/courier";
import type { Candidate } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { showOrder } from "./orders";

const SHOWN = 10;

/** Steering a delivery by hand: who could go and why, everyone at once, or another courier. */
export const dispatch = new Composer<BotContext>();

onTap(dispatch, buttons.candidates, async (ctx, { ids: [id] }) => {
  const { deliveries } = await ask(ctx.peyk.dispatch.waiting.get({ query: {} }));
  const waiting = deliveries.find((each) => each.id === id);
  const keyboard = waiting ? ranked(waiting.candidates, id!, ctx.words) : online(await everybody(ctx), id!, ctx.words);
  await say(
    ctx,
    ctx.words.html(keyboard.inline_keyboard.flat().length > 0 ? "candidates" : "candidates-none"),
    keyboard,
  );
});

onTap(dispatch, buttons.assign, async (ctx, { ids: [deliveryId, courierId] }) => {
  const delivery = await ask(ctx.peyk.deliveries({ id: deliveryId! }).assign.post({ courierId: courierId! }));
  await show(ctx, ctx.words.html("assigned", { code: delivery.orderCode, name: delivery.courier?.firstName ?? "" }));
});

onTap(dispatch, buttons.reassign, async (ctx, { ids: [id, fromCourierId] }) => {
  const delivery = await ask(ctx.peyk.deliveries({ id: id! }).reassign.post({ fromCourierId: fromCourierId! }));
  await say(ctx, ctx.words.html("assigned", { code: delivery.orderCode, name: delivery.courier?.firstName ?? "" }));
});

onTap(dispatch, buttons.broadcast, async (ctx, { ids: [id] }) => {
  await ask(ctx.peyk.deliveries({ id: id! }).broadcast.post());
  return ctx.words.plain("broadcast-done");
});

onTap(dispatch, buttons.release, async (ctx, { ids: [id] }) => {
  const delivery = await ask(ctx.peyk.deliveries({ id: id! }).release.post({ reason: "other" }));
  await showOrder(ctx, delivery.orderId);
});

const everybody = async (ctx: BotContext): Promise<CourierView[]> => (await ask(ctx.peyk.couriers.get())).couriers;

/** Best first, with the figures that make the rank, or with what stands in the way. */
function ranked(candidates: readonly Candidate[], deliveryId: Id, words: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const each of candidates.slice(0, SHOWN))
    keyboard.text(cut(reasonLine(each, words), 60), buttons.assign.pack([deliveryId, each.courierId])).row();
  return keyboard;
}

function reasonLine(
  { firstName, vehicle, pickupMetres, activeOrders, points, obstacle }: Candidate,
  words: Words,
): string {
  const { plain } = words;
  const facts = [
    firstName,
    plain(wordId("vehicle", vehicle)),
    ...(pickupMetres === null ? [] : [distance(pickupMetres, words)]),
    plain("candidate-load", { count: String(activeOrders) }),
    ...(points === null ? [] : [plain("candidate-points", { points: String(Math.round(points)) })]),
  ];
  return `${obstacle ? "⚠️" : "🟢"} ${facts.join(" · ")}`;
}

/** Once it has a courier there are no candidates any more: everybody who is at work. */
function online(couriers: readonly CourierView[], deliveryId: Id, words: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { id, firstName, activeOrders } of couriers.filter(({ state }) => state === "online").slice(0, SHOWN)) {
    const load = words.plain("candidate-load", { count: String(activeOrders) });
    keyboard.text(`${firstName} · ${load}`, buttons.assign.pack([deliveryId, id])).row();
  }
  return keyboard;
}
