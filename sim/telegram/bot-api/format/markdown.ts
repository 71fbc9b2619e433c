import type { MessageEntity } from "grammy/types";
import { badRequest } from "../api-error";
import { byteOffset, type Formatted, sortEntities } from "./formatted";

const ENDS: Record<string, { type: string; end: string }> = {
  "*": { type: "bold", end: "*" },
  _: { type: "italic", end: "_" },
  "```": { type: "pre", end: "```" },
  "`": { type: "code", end: "`" },
};

/** The old Markdown: no nesting, a backslash escapes the four marks. @throws ApiError 400 "can't parse entities: …" */
export function parseMarkdown(source: string): Formatted {
  let text = "";
  const entities: MessageEntity[] = [];
  let at = 0;
  const unended = () =>
    badRequest(`can't parse entities: Can't find end of the entity starting at byte offset ${byteOffset(source, at)}`);

  while (at < source.length) {
    const rest = source.slice(at);
    const link = /^\[([^\]]*)\]\(([^)]*)\)/.exec(rest);
    const mark = ["```", "`", "*", "_"].find((candidate) => rest.startsWith(candidate));
    if (/^\\[_*`[]/.test(rest)) {
      text += rest[1];
      at += 2;
    } else if (link) {
      entities.push({ type: "text_link", url: link[2]!, offset: text.length, length: link[1]!.length });
      text += link[1];
      at += link[0].length;
    } else if (mark) {
      const { type, end } = ENDS[mark]!;
      const stop = rest.indexOf(end, mark.length);
      if (stop < 0) throw unended();
      const inner = rest.slice(mark.length, stop);
      if (inner) entities.push({ type, offset: text.length, length: inner.length } as MessageEntity);
      text += inner;
      at += stop + end.length;
    } else if (rest[0] === "[" && !rest.includes("]")) {
      throw unended();
    } else {
      text += rest[0];
      at += 1;
    }
  }
  return { text, entities: sortEntities(entities) };
}
