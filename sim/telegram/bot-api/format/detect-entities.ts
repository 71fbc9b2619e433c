import type { MessageEntity } from "grammy/types";
import { sortEntities } from "./formatted";

/** What Telegram marks by itself, in people's and bots' texts alike. */
const PATTERNS: { type: MessageEntity["type"]; pattern: RegExp }[] = [
  { type: "bot_command", pattern: /(?<![\w/@<>])\/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/gi },
  { type: "url", pattern: /\b(?:https?:\/\/|t\.me\/|www\.)[^\s<>"]*[^\s<>".,!?:;)]/gi },
  { type: "email", pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+/gi },
  { type: "mention", pattern: /(?<![\w@/])@[a-z]\w{2,31}\b/gi },
  { type: "hashtag", pattern: /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu },
];

export function detectEntities(text: string, known: readonly MessageEntity[] = []): MessageEntity[] {
  // Nothing is detected inside code or a link, nor twice in one place.
  const taken = known.filter((entity) => ["code", "pre", "text_link", "text_mention"].includes(entity.type));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length } as MessageEntity;
      if (![...taken, ...found].some((other) => overlaps(other, entity))) found.push(entity);
    }
  return sortEntities([...known, ...found]);
}

const overlaps = (a: MessageEntity, b: MessageEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
