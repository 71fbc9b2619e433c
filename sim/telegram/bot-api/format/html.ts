import type { MessageEntity } from "grammy/types";
import { badRequest } from "../api-error";
import { byteOffset, type Formatted, sortEntities } from "./formatted";
import { entityOf, readTag } from "./html-tag";

type Open = { tag: string; start: number; at: number; attributes: Map<string, string> };

const unparsable = (what: string) => badRequest(`can't parse entities: ${what}`);

/** Telegram's own small HTML. @throws ApiError 400 "can't parse entities: …" with the byte offset of the trouble */
export function parseHtml(source: string): Formatted {
  let text = "";
  const entities: MessageEntity[] = [];
  const open: Open[] = [];
  let at = 0;

  const close = (name: string, tagAt: number) => {
    const last = open.pop();
    const offset = byteOffset(source, tagAt);
    if (!last) throw unparsable(`Unexpected end tag at byte offset ${offset}`);
    if (name !== "" && name !== last.tag)
      throw unparsable(`Unmatched end tag at byte offset ${offset}, expected "</${last.tag}>", found "</${name}>"`);
    const length = text.length - last.start;
    const entity = entityOf(last, text.slice(last.start), open.at(-1)?.tag);
    if (entity && length > 0) addEntity(entities, { ...entity, offset: last.start, length } as MessageEntity);
  };

  while (at < source.length) {
    if (source[at] === "&") {
      const [character, next] = decodeReference(source, at);
      text += character;
      at = next;
    } else if (source[at] !== "<") {
      text += source[at++];
    } else if (source[at + 1] === "/") {
      const end = source.indexOf(">", at);
      if (end < 0) throw unparsable(`Unclosed end tag at byte offset ${byteOffset(source, at)}`);
      close(
        source
          .slice(at + 2, end)
          .trim()
          .toLowerCase(),
        at,
      );
      at = end + 1;
    } else {
      const { tag, attributes, next } = readTag(source, at);
      open.push({ tag, attributes, start: text.length, at });
      at = next;
    }
  }
  const left = open.pop();
  if (left) throw unparsable(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: sortEntities(entities) };
}

/** `<pre><code class="language-x">` is one block with a language, not a block with code inside. */
function addEntity(entities: MessageEntity[], entity: MessageEntity): void {
  const inner = entities.at(-1);
  const same = inner?.offset === entity.offset && inner.length === entity.length;
  if (entity.type === "pre" && same && inner.type === "pre") return;
  entities.push(entity);
}

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** An unknown reference stays as it is written. @returns the character and where to read on */
function decodeReference(source: string, at: number): [string, number] {
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/i.exec(source.slice(at, at + 12));
  if (!match) return ["&", at + 1];
  const [whole, decimal, hex, name] = match;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  const character = code === undefined ? NAMED[name!.toLowerCase()] : fromCode(code);
  return character === undefined ? ["&", at + 1] : [character, at + whole.length];
}

const fromCode = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
