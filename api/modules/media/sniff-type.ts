import type { MediaType } from "#shared/contracts/media";

const startsWith = (bytes: Uint8Array, signature: readonly number[], offset = 0): boolean =>
  signature.every((byte, index) => bytes[offset + index] === byte);

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** What files of each type begin with; MPEG audio has a tag or the sync bits of its first frame. */
const SIGNATURES: Readonly<Record<MediaType, (bytes: Uint8Array) => boolean>> = {
  "image/jpeg": (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  "image/png": (bytes) => startsWith(bytes, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]),
  "image/webp": (bytes) => startsWith(bytes, ascii("RIFF")) && startsWith(bytes, ascii("WEBP"), 8),
  "audio/ogg": (bytes) => startsWith(bytes, ascii("OggS")),
  "audio/mpeg": (bytes) => startsWith(bytes, ascii("ID3")) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
};

/** Whether the bytes are what they were said to be: a name or a header can say anything. */
export const isReally = (bytes: Uint8Array, type: MediaType): boolean => SIGNATURES[type](bytes);
