import { InlineKeyboard, Keyboard } from "grammy";
import { afterNewAddress } from "#bots/customer/features/addresses";
import { ask } from "#bots/kit/api";
import type { TalkContext } from "#bots/kit/context";
import { keepMedia } from "#bots/kit/keep-media";
import { dialogue, hear, problemOf, type Read, readText, skip, type Talk } from "#bots/kit/question";
import type { Words } from "#bots/kit/words";
import { isNowhere, type Point } from "#shared/kernel/geo";

const LENGTH = 300;

/**
 * Where to? A point by the button or from the map and then street and house; or typed first, and then the point. At the
 * end a landmark, typed or spoken: here it matters more than the house number.
 */
export const askAddress = dialogue<null>("address", async (conversation, ctx) => {
  const place = await hear(conversation, ctx, placePrompt(ctx.words, "address-ask-place"), readPlace);
  if (place === null) return;
  const point =
    "text" in place ? await hear(conversation, ctx, placePrompt(ctx.words, "address-ask-point"), readPoint) : place;
  if (point === null) return;
  const text = "text" in place ? place.text : await hear(conversation, ctx, textPrompt(ctx.words), readText(LENGTH));
  if (text === null) return;
  const landmark = await askLandmark(conversation, ctx);
  const problem = await conversation.external((outer) =>
    problemOf(outer, save(outer, { ...point, text, ...landmark })),
  );
  if (problem) await ctx.reply(problem);
});

type Landmark = { landmark?: string; voiceFileId?: string };
type Draft = Point & { text: string } & Landmark;

async function save(outer: Parameters<typeof keepMedia>[0], { voiceFileId, ...draft }: Draft): Promise<void> {
  const voiceMediaId = voiceFileId ? await keepMedia(outer, voiceFileId, "voice") : null;
  const address = await ask(outer.peyk.addresses.post({ ...draft, voiceMediaId }));
  await afterNewAddress(outer, address.id);
}

function askLandmark(conversation: Talk, ctx: TalkContext): Promise<Landmark | null> {
  const keyboard = new InlineKeyboard().text(ctx.words.plain("button-skip"), skip.pack());
  return hear(conversation, ctx, { text: ctx.words.html("address-ask-landmark"), keyboard }, readLandmark);
}

const readLandmark: Read<Landmark> = (message, words) => {
  if (message.voice) return { answer: { voiceFileId: message.voice.file_id } };
  const text = readText(LENGTH)(message, words);
  return "answer" in text ? { answer: { landmark: text.answer } } : text;
};

const readPoint: Read<Point> = ({ location }, { html }) => {
  if (!location) return { again: html("address-ask-point") };
  const point = { lat: location.latitude, lng: location.longitude };
  return isNowhere(point) ? { again: html("address-nowhere") } : { answer: point };
};

const readPlace: Read<Point | { text: string }> = (message, words) => {
  if (message.location) return readPoint(message, words);
  const text = readText(LENGTH)(message, words);
  return "answer" in text ? { answer: { text: text.answer } } : text;
};

function placePrompt({ html, plain }: Words, id: string) {
  const keys = new Keyboard().requestLocation(plain("button-send-location")).resized().oneTime();
  return { text: html(id), keyboard: { keyboard: keys.build(), resize_keyboard: true, one_time_keyboard: true } };
}

/** Takes the location key away again. */
const textPrompt = ({ html }: Words) => ({
  text: html("address-ask-text"),
  keyboard: { remove_keyboard: true } as const,
});
