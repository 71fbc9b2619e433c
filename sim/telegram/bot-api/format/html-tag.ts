import { badRequest } from "../api-error";
import { byteOffset } from "./formatted";

const TYPES: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const KNOWN = new Set([...Object.keys(TYPES), "a", "span", "tg-emoji", "tg-time"]);

export type Tag = { tag: string; attributes: Map<string, string>; next: number };

/** @throws ApiError 400 for a tag Telegram does not know */
export function readTag(source: string, at: number): Tag {
  const offset = byteOffset(source, at);
  const match = /^<([a-z][a-z0-9-]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*>/i.exec(
    source.slice(at),
  );
  if (!match) {
    const name = /^<([a-z0-9-]*)/i.exec(source.slice(at))?.[1]?.toLowerCase() ?? "";
    if (!KNOWN.has(name))
      throw badRequest(`can't parse entities: Unsupported start tag "${name}" at byte offset ${offset}`);
    throw badRequest(`can't parse entities: Unclosed start tag at byte offset ${offset}`);
  }
  const tag = match[1]!.toLowerCase();
  if (!KNOWN.has(tag))
    throw badRequest(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${offset}`);
  const attributes = readAttributes(match[2]!);
  if (tag === "span" && attributes.get("class") !== "tg-spoiler")
    throw badRequest(`can't parse entities: Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  return { tag, attributes, next: at + match[0].length };
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S*)))?/g))
    attributes.set(name!.toLowerCase(), (double ?? single ?? bare ?? "").replaceAll("&amp;", "&"));
  return attributes;
}

/** What a closed tag means; `undefined` when it formats nothing (a link without an address). */
export function entityOf(
  { tag, attributes }: { tag: string; attributes: Map<string, string> },
  inner: string,
  parent: string | undefined,
): ({ type: string } & Record<string, string>) | undefined {
  if (tag === "a") return linkOf(attributes.get("href") || inner);
  if (tag === "span") return { type: "spoiler" };
  if (tag === "tg-emoji") return { type: "custom_emoji", custom_emoji_id: attributes.get("emoji-id") ?? "" };
  if (tag === "tg-time") return undefined;
  const language = attributes.get("class")?.match(/^language-(.+)$/)?.[1];
  if (tag === "code" && parent === "pre" && language) return { type: "pre", language };
  if (tag === "blockquote" && attributes.has("expandable")) return { type: "expandable_blockquote" };
  return { type: TYPES[tag]! };
}

const linkOf = (href: string) =>
  URL.canParse(href) || URL.canParse(`http://${href}`) ? { type: "text_link", url: normal(href) } : undefined;
const normal = (href: string) => (URL.canParse(href) ? href : `http://${href}`);
