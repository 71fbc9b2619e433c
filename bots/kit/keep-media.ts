import type { MediaPurpose, MediaType } from "#shared/contracts/media";
import type { Api } from "./api";
import { ask } from "./api";
import type { BotContext } from "./context";

const TIMEOUT_MS = 15_000;

/**
 * Takes a file out of Telegram into storage, for a file id opens nothing for another bot. The bytes go to storage
 * directly, by a signed address. @returns the media's id @throws ApiRefusal `media.…`
 */
export async function keepMedia(ctx: BotContext, fileId: string, purpose: MediaPurpose): Promise<string> {
  const file = await ctx.api.getFile(fileId);
  const bytes = await download(`${rootOf(ctx)}/file/bot${ctx.api.token}/${file.file_path}`);
  return upload(ctx.peyk, bytes, purpose, typeOf(new Uint8Array(bytes)));
}

/** Telegram names no type for a download; photos and voice notes are known by how they begin. */
function typeOf(bytes: Uint8Array): MediaType {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47)) return "image/png";
  if (begins(0x52, 0x49, 0x46, 0x46)) return "image/webp";
  if (begins(0x4f, 0x67, 0x67, 0x53)) return "audio/ogg";
  if (begins(0x49, 0x44, 0x33) || begins(0xff, 0xfb)) return "audio/mpeg";
  return "image/jpeg";
}

const rootOf = ({ api }: BotContext) => api.options?.apiRoot ?? "https://api.telegram.org";

async function download(url: string): Promise<ArrayBuffer> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!reply.ok) throw new Error(`a file could not be fetched: status ${reply.status}`);
  return reply.arrayBuffer();
}

async function upload(api: Api, body: ArrayBuffer, purpose: MediaPurpose, contentType: string): Promise<string> {
  const place = await ask(api.media.post({ purpose, contentType, bytes: body.byteLength }));
  const headers = { "content-type": place.contentType };
  const reply = await fetch(place.uploadUrl, { method: "PUT", body, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!reply.ok) throw new Error(`a file could not be stored: status ${reply.status}`);
  await ask(api.media({ id: place.id }).confirm.post());
  return place.id;
}

/** The largest size of a photo; Telegram lists the smallest first. */
export const photoOf = (sizes: readonly { file_id: string }[]): string => sizes.at(-1)!.file_id;
