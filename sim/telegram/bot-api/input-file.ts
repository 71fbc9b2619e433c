import { imageSize } from "image-size";
import { fileById, storeFile } from "../world/files";
import type { StoredFile } from "../world/state";
import { badRequest } from "./api-error";
import type { Call } from "./call";
import type { Upload } from "./params";

const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const FETCH_TIMEOUT_MS = 5_000;

/** A file given as upload, `attach://`, address or file id. @throws ApiError 400 */
export async function readFile(call: Call, name: string, folder: string): Promise<StoredFile> {
  const { world, bot, params } = call;
  const text = params.text(name);
  const upload = params.file(name) ?? (text?.startsWith("attach://") ? attached(call, text) : undefined);
  if (upload) return store(call, upload, folder);
  if (text === undefined) throw badRequest(`there is no ${name} in the request`);
  if (/^https?:\/\//.test(text)) return store(call, await download(text), folder);
  const known = fileById(world, bot.id, text);
  if (!known) throw badRequest("wrong file identifier/HTTP URL specified");
  return known;
}

function attached({ params }: Call, text: string): Upload {
  const upload = params.file(text.slice("attach://".length));
  if (!upload) throw badRequest(`can't find the file ${text} among the uploaded ones`);
  return upload;
}

function store({ world }: Call, upload: Upload, folder: string): StoredFile {
  if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
  if (upload.bytes.length > MAX_UPLOAD_BYTES) throw badRequest("file is too big");
  const mimeType = upload.mimeType === "application/octet-stream" ? sniff(upload) : upload.mimeType;
  return storeFile(world, { ...upload, mimeType, folder });
}

const sniff = ({ bytes, mimeType }: Upload): string => {
  const type = tryImageSize(bytes)?.type;
  return type ? `image/${type === "jpg" ? "jpeg" : type}` : mimeType;
};

async function download(url: string): Promise<Upload> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) }).catch(() => undefined);
  if (!reply?.ok) throw badRequest("failed to get HTTP URL content");
  const mimeType = reply.headers.get("content-type")?.split(";")[0] ?? "application/octet-stream";
  if (mimeType === "text/html") throw badRequest("wrong type of the web page content");
  return {
    bytes: new Uint8Array(await reply.arrayBuffer()),
    mimeType,
    fileName: new URL(url).pathname.split("/").at(-1),
  };
}

function tryImageSize(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** @throws ApiError 400 when Telegram could not make a photo of it */
export function measurePhoto({ bytes }: StoredFile): { width: number; height: number } {
  if (bytes.length > MAX_PHOTO_BYTES)
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`,
    );
  const size = tryImageSize(bytes);
  if (!size) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return { width, height };
}
