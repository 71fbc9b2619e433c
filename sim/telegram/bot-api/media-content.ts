import type { PhotoSize } from "grammy/types";
import type { Content, StoredFile } from "../world/state";
import { badRequest } from "./api-error";
import type { Call } from "./call";
import { readCaption } from "./format/read-text";
import { measurePhoto, readFile } from "./input-file";
import type { Params } from "./params";

export type MediaKind = "photo" | "document" | "video" | "audio" | "animation" | "voice";

const FOLDERS: Record<MediaKind, string> = {
  photo: "photos",
  document: "documents",
  video: "videos",
  audio: "music",
  animation: "animations",
  voice: "voice",
};

/** The content of one media message; `field` is the parameter that carries the file. @throws ApiError 400 */
export async function readMedia(call: Call, kind: MediaKind, field: string = kind): Promise<Content> {
  const file = await readFile(call, field, FOLDERS[kind]);
  const caption = readCaption(call.params);
  const spoiler = call.params.flag("has_spoiler") && { has_media_spoiler: true as const };
  return { ...mediaOf(kind, file, call.params), ...caption, ...spoiler };
}

const refTo = ({ uid, bytes }: StoredFile) => ({ file_id: uid, file_unique_id: uid, file_size: bytes.length });
const named = ({ fileName, mimeType }: StoredFile) => ({
  ...(fileName && { file_name: fileName }),
  mime_type: mimeType,
});

function mediaOf(kind: MediaKind, file: StoredFile, params: Params): Content {
  const duration = params.int("duration") ?? 0;
  const frame = { width: params.int("width") ?? 0, height: params.int("height") ?? 0, duration };
  switch (kind) {
    case "photo":
      return { photo: photoSizes(file) };
    case "document":
      return { document: { ...refTo(file), ...named(file) } };
    case "voice":
      return { voice: { ...refTo(file), duration, mime_type: file.mimeType } };
    case "audio":
      return {
        audio: {
          ...refTo(file),
          ...named(file),
          duration,
          title: params.text("title"),
          performer: params.text("performer"),
        },
      };
    case "video":
      return { video: { ...refTo(file), ...named(file), ...frame } };
    case "animation": {
      const animation = { ...refTo(file), ...named(file), ...frame };
      return { animation, document: { ...refTo(file), ...named(file) } };
    }
  }
}

const SIZES = [90, 320, 800, 1_280];

/** Smallest first, as Telegram lists them. All sizes share the bytes: nobody here pays for the traffic. */
export function photoSizes(file: StoredFile): PhotoSize[] {
  const { width, height } = measurePhoto(file);
  const longest = Math.max(width, height);
  const edges = [...SIZES.filter((edge) => edge < longest), Math.min(longest, SIZES.at(-1)!)];
  return [...new Set(edges)].map((edge) => ({
    ...refTo(file),
    width: Math.max(1, Math.round((width * edge) / longest)),
    height: Math.max(1, Math.round((height * edge) / longest)),
  }));
}

/** One item of an album or of `editMessageMedia` as if its fields were a call's parameters. */
export function itemCall(call: Call, item: Record<string, unknown>): { call: Call; kind: MediaKind } {
  const kind = item.type;
  if (typeof kind !== "string" || !(kind in FOLDERS)) throw badRequest("can't parse InputMedia: type must be known");
  return { call: { ...call, params: call.params.with(item) }, kind: kind as MediaKind };
}
