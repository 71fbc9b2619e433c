import { InputFile, type Api as TelegramApi } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Outgoing } from "./outgoing";

/** How a mini chain of messages goes on: edit one, or send one anew. */
export type Place = { chatId: number; editMessageId: number | null; silent: boolean };

/** Where the bytes of a media id are, as somebody sees them who may. */
export type MediaLink = (recipient: number, mediaId: string) => Promise<{ url: string; contentType: string }>;
export type Tools = { telegram: TelegramApi; mediaLink: MediaLink; providerToken: string | undefined };

const HTML = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

/** Says it. @returns the id of the message that stands in the chat now @throws what grammY throws */
export async function postMessage(tools: Tools, place: Place, outgoing: Outgoing): Promise<number> {
  if (place.editMessageId === null) return sendMessage(tools, place, outgoing);
  if (outgoing.as !== "text") throw new TypeError(`a ${outgoing.as} cannot be a card`);
  const { text, keyboard } = outgoing;
  await tools.telegram.editMessageText(place.chatId, place.editMessageId, text, {
    ...HTML,
    ...(keyboard && { reply_markup: keyboard }),
  });
  return place.editMessageId;
}

async function sendMessage({ telegram, mediaLink, providerToken }: Tools, { chatId, silent }: Place, out: Outgoing) {
  const quiet = { disable_notification: silent };
  switch (out.as) {
    case "text": {
      const options = { ...HTML, ...quiet, ...(out.keyboard && { reply_markup: out.keyboard }) };
      return (await telegram.sendMessage(chatId, out.text, options)).message_id;
    }
    case "media":
      return sendMedia(telegram, await mediaLink(chatId, out.mediaId), { chatId, ...out, ...quiet });
    case "invoice": {
      const { title, description, payload, currency, prices } = out;
      const options = { provider_token: providerToken ?? "", ...quiet };
      return (await telegram.sendInvoice(chatId, title, description, payload, currency, prices, options)).message_id;
    }
  }
}

type Captioned = {
  chatId: number;
  text: string;
  keyboard?: InlineKeyboardMarkup | undefined;
  disable_notification: boolean;
};

/** A file id is of one bot alone: what crosses from bot to bot goes through storage. */
async function sendMedia(telegram: TelegramApi, link: Awaited<ReturnType<MediaLink>>, captioned: Captioned) {
  const { chatId, text, keyboard, disable_notification } = captioned;
  const file = await fetchMedia(link);
  const options = {
    caption: text,
    parse_mode: "HTML",
    disable_notification,
    ...(keyboard && { reply_markup: keyboard }),
  } as const;
  const isPhoto = link.contentType.startsWith("image/");
  const sent = await (isPhoto ? telegram.sendPhoto(chatId, file, options) : telegram.sendVoice(chatId, file, options));
  return sent.message_id;
}

async function fetchMedia({ url, contentType }: { url: string; contentType: string }): Promise<InputFile> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!reply.ok) throw new Error(`media: status ${reply.status}`);
  return new InputFile(new Uint8Array(await reply.arrayBuffer()), `file.${contentType.split("/")[1]}`);
}
