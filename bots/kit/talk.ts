import type { ChatPartner } from "#shared/contracts/chat";
import { MESSAGE_MAX } from "#shared/contracts/chat";
import type { Id } from "#shared/kernel/ids";
import { ask } from "./api";
import { keepMedia, photoOf } from "./keep-media";
import { question, type Read, readText } from "./question";

export type Address = { to: ChatPartner; orderId?: Id; replyTo?: Id };
type Said = { text?: string; photoFileId?: string; voiceFileId?: string };

/** A message to the other side of an order, or to the shop: relayed by the API, which shows neither number nor username. */
export const talk = question<Address, Said>("talk", {
  prompt: ({ html }) => ({ text: html("chat-ask") }),
  read: (message, words) => readSaid(message, words),
  take: async (ctx, said, address) => {
    await ask(ctx.peyk.messages.post({ ...address, text: said.text ?? null, mediaId: await mediaOf(ctx, said) }));
    await ctx.reply(ctx.words.plain("chat-sent"));
  },
});

const readSaid: Read<Said> = (message, words) => {
  const { photo, voice, caption } = message;
  if (photo)
    return { answer: { photoFileId: photoOf(photo), ...(caption && { text: caption.slice(0, MESSAGE_MAX) }) } };
  if (voice) return { answer: { voiceFileId: voice.file_id } };
  const text = readText(MESSAGE_MAX)(message, words);
  return "answer" in text ? { answer: { text: text.answer } } : { again: words.html("chat-ask") };
};

function mediaOf(ctx: Parameters<typeof keepMedia>[0], { photoFileId, voiceFileId }: Said): Promise<string | null> {
  if (photoFileId) return keepMedia(ctx, photoFileId, "chat");
  if (voiceFileId) return keepMedia(ctx, voiceFileId, "chat");
  return Promise.resolve(null);
}
