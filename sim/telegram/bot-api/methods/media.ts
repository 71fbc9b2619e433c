import { z } from "zod";
import { post } from "../../world/post";
import { messageFor } from "../../world/see";
import type { Content } from "../../world/state";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { itemCall, type MediaKind, readMedia } from "../media-content";
import { readSendOptions, send } from "../send";
import { writableChat } from "../target";

const sendMedia = (kind: MediaKind) => async (call: Call) => {
  // The chat first: nobody wants to upload a film to a closed door.
  writableChat(call);
  const content = await readMedia(call, kind);
  return send(call, { content });
};

const Album = z.array(z.record(z.string(), z.unknown()));
const MAX_ALBUM = 10;

export const media: Methods = {
  sendPhoto: sendMedia("photo"),
  sendDocument: sendMedia("document"),
  sendVideo: sendMedia("video"),
  sendAudio: sendMedia("audio"),
  sendAnimation: sendMedia("animation"),
  sendVoice: sendMedia("voice"),

  sendMediaGroup: async (call) => {
    const { world, bot, limiter, params } = call;
    const chat = writableChat(call);
    const items = params.json("media", Album, "media") ?? [];
    if (items.length === 0) throw badRequest("there are no messages to send");
    if (items.length > MAX_ALBUM) throw badRequest("too many messages to send as an album");
    const contents = await Promise.all(items.map((item) => readItem(call, item)));
    demandOneKind(contents);
    const { markup: _, ...options } = readSendOptions(params, chat);
    limiter.admit(bot.id, chat, "message", items.length);
    const media_group_id = String(world.nextId());
    return contents
      .map((content) => post(world, chat, { from: bot.id, ...options, content: { ...content, media_group_id } }))
      .map((stored) => messageFor(world, chat, stored, bot.id));
  },
};

function readItem(call: Call, item: Record<string, unknown>): Promise<Content> {
  const { call: nested, kind } = itemCall(call, item);
  if (kind === "voice" || kind === "animation")
    throw badRequest("Can't use the media of the specified type in the album");
  return readMedia(nested, kind, "media");
}

/** Documents and audio files go only with their own kind. */
function demandOneKind(contents: readonly Content[]): void {
  for (const kind of ["document", "audio"] as const) {
    const count = contents.filter((content) => content[kind]).length;
    if (count > 0 && count < contents.length)
      throw badRequest("Can't use the media of the specified type in the album");
  }
}
