import type { MessageEntity } from "grammy/types";

/** Text without markup. Offsets and lengths count UTF-16 units, as JavaScript strings do. */
export type Formatted = { text: string; entities: MessageEntity[] };

/** Error texts speak of bytes of UTF-8. */
export const byteOffset = (source: string, index: number): number =>
  new TextEncoder().encode(source.slice(0, index)).length;

/** By place, the longer first: the order in which clients nest them. */
export const sortEntities = (entities: MessageEntity[]): MessageEntity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);

/** Take the blank edges off, as Telegram does, and move what was marked along. */
export function trim({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start === 0 && end === text.length) return { text, entities };
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return { ...entity, offset: from - start, length: to - from };
  });
  return { text: text.slice(start, end), entities: moved.filter((entity) => entity.length > 0) };
}
