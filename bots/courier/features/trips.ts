import { Composer, type InlineKeyboard, InputFile } from "grammy";
import { askProof } from "#bots/courier/conversations/hand-over";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { tripCard } from "#bots/courier/messages/trip-card";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { reasonAt, reasonKeyboard } from "#bots/kit/reasons";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { ReleaseDelivery } from "#shared/contracts/delivery";
import { FailReason } from "#shared/order/order-reasons";

const RELEASE_REASONS = ReleaseDelivery.shape.reason.options;

/** The trip under way, door by door. The card follows by itself: these taps only say what happened. */
export const trips = new Composer<BotContext>();

trips.chatType("private").command("trip", async (ctx) => {
  const { trips: mine } = await ask(ctx.peyk.trips.current.get());
  if (!mine[0]) return void (await say(ctx, ctx.words.html("trip-none")));
  const card = tripCard(mine[0], ctx.words);
  if (card.as === "text") await say(ctx, card.text, card.keyboard as InlineKeyboard);
});

onTap(trips, buttons.seen, async (ctx, { ids: [id] }) => {
  const card = tripCard(await ask(ctx.peyk.trips({ id: id! }).seen.post()), ctx.words);
  if (card.as === "text") await show(ctx, card.text, card.keyboard as InlineKeyboard);
});

const delivery = (ctx: BotContext, id: string | undefined) => ctx.peyk.deliveries({ id: id! });

onTap(trips, buttons.arrivePickup, (ctx, { ids: [id] }) =>
  done(ctx, ask(delivery(ctx, id).arrive.post({ at: "pickup" }))),
);
onTap(trips, buttons.pickUp, (ctx, { ids: [id] }) => done(ctx, ask(delivery(ctx, id)["pick-up"].post())));
onTap(trips, buttons.arriveDropoff, (ctx, { ids: [id] }) =>
  done(ctx, ask(delivery(ctx, id).arrive.post({ at: "dropoff" }))),
);
onTap(trips, buttons.handOver, (ctx, { ids: [id] }) => askProof.ask(ctx, { deliveryId: id! }));

onTap(trips, buttons.fail, async (ctx, { ids: [id] }) => {
  await say(
    ctx,
    ctx.words.html("fail-ask"),
    reasonKeyboard(FailReason.options, "fail-reason", buttons.failBecause, id!, ctx.words),
  );
});
onTap(trips, buttons.failBecause, async (ctx, { ids: [id], word }) => {
  const reason = reasonAt(FailReason.options, word);
  if (!reason) return ctx.words.plain("button-old");
  await ask(delivery(ctx, id).fail.post({ reason }));
  await show(ctx, ctx.words.html("fail-done"));
});

onTap(trips, buttons.release, async (ctx, { ids: [id] }) => {
  const keyboard = reasonKeyboard(RELEASE_REASONS, "release-reason", buttons.releaseBecause, id!, ctx.words);
  await say(ctx, ctx.words.html("release-ask"), keyboard);
});
onTap(trips, buttons.releaseBecause, async (ctx, { ids: [id], word }) => {
  const reason = reasonAt(RELEASE_REASONS, word);
  if (!reason) return ctx.words.plain("button-old");
  await ask(delivery(ctx, id).release.post({ reason }));
  await show(ctx, ctx.words.html("release-done"));
});

onTap(trips, buttons.voice, async (ctx, { ids: [id] }) => {
  const { url } = await ask(ctx.peyk.media({ id: id! }).get());
  const reply = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (reply.ok) await ctx.replyWithVoice(new InputFile(new Uint8Array(await reply.arrayBuffer()), "landmark.ogg"));
});

/** The API answers with what is so now; the card that follows it says the rest. */
async function done(ctx: BotContext, work: Promise<unknown>): Promise<string> {
  await work;
  return ctx.words.plain("noted");
}
