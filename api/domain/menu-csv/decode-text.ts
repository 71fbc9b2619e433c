import type { FileEncoding } from "#shared/contracts/menu-csv";
import { Refusal } from "#shared/kernel/refusal";

/** A sample is enough to tell letters from noise. */
const SAMPLE_CHARS = 100_000;
/** Letters beyond ASCII that must be Cyrillic before a file counts as the old Windows code page. */
const CYRILLIC_SHARE = 0.8;

/**
 * The text of a file that somebody saved somewhere: UTF-8 with or without its mark, what Excel calls Unicode text, or
 * the Cyrillic code page of old Windows programs.
 * @throws Refusal `import.encoding_unknown` rather than importing names that nobody can read
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: FileEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded(bytes, "utf-16le"), encoding: "utf-16le" };
  try {
    return { text: decoded(bytes, "utf-8"), encoding: "utf-8" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = decoded(bytes, "windows-1251");
    if (!isCyrillicText(text)) throw error;
    return { text, encoding: "windows-1251" };
  }
}

/** The mark at the beginning of a file is no text. */
function decoded(bytes: Uint8Array, encoding: FileEncoding): string {
  const text = wholeText(bytes, encoding);
  if (text === null || text.includes("\0")) throw new Refusal("import.encoding_unknown");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function wholeText(bytes: Uint8Array, encoding: FileEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // bytes that this encoding has no letters for
  }
}

function isCyrillicText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARS);
  if (/(?![\t\r\n])\p{Cc}/u.test(sample)) return false;
  const beyondAscii = sample.match(/\P{ASCII}/gu)?.length ?? 0;
  const cyrillic = sample.match(/[А-яЁё№«»—–…“”„]/g)?.length ?? 0;
  return cyrillic >= beyondAscii * CYRILLIC_SHARE;
}
