import type { MessageEntity } from "grammy/types";
import { badRequest } from "../api-error";
import { byteOffset, type Formatted, sortEntities } from "./formatted";

// Longest first: "__" is underline, "||" spoiler, "```" a block.
const MARKS = ["```", "__", "||", "*", "_", "~", "`", "["] as const;
type Mark = (typeof MARKS)[number];
const TYPES: Partial<Record<Mark, string>> = {
  __: "underline",
  "||": "spoiler",
  "*": "bold",
  _: "italic",
  "~": "strikethrough",
  "`": "code",
};
const RESERVED = "_*[]()~`>#+-=|{}.!";

type Open = { mark: Mark; start: number; at: number };
type Scan = { source: string; at: number; text: string; entities: MessageEntity[]; open: Open[] };

/** Telegram's MarkdownV2. @throws ApiError 400 "can't parse entities: …" */
export function parseMarkdownV2(source: string): Formatted {
  const scan: Scan = { source, at: 0, text: "", entities: [], open: [] };
  while (scan.at < source.length) step(scan);
  const left = scan.open.pop();
  if (left) throw unended(scan, left);
  return { text: scan.text, entities: sortEntities(scan.entities) };
}

function step(scan: Scan): void {
  const { source, at, open } = scan;
  const character = source[at]!;
  const innermost = open.at(-1)?.mark;
  const inCode = innermost === "`" || innermost === "```";
  const mark = MARKS.find((candidate) => source.startsWith(candidate, at));
  if (character === "\\" && at + 1 < source.length) take(scan, source[at + 1]!, 2);
  else if (mark && innermost === mark) closeMark(scan);
  else if (inCode) take(scan, character, 1);
  else if (character === "]" && innermost === "[") closeLink(scan);
  else if (mark) openMark(scan, mark);
  else if (character === ">" && (at === 0 || source[at - 1] === "\n")) quote(scan);
  else if (RESERVED.includes(character)) throw reserved(character);
  else take(scan, character, 1);
}

const reserved = (character: string) =>
  badRequest(`can't parse entities: Character '${character}' is reserved and must be escaped with the preceding '\\'`);

function take(scan: Scan, character: string, width: number): void {
  scan.text += character;
  scan.at += width;
}

function openMark(scan: Scan, mark: Mark): void {
  scan.open.push({ mark, start: scan.text.length, at: scan.at });
  scan.at += mark.length;
}

function closeMark(scan: Scan): void {
  const { mark, start } = scan.open.pop()!;
  scan.at += mark.length;
  if (mark === "```") closeBlock(scan, start);
  else add(scan, { type: TYPES[mark], offset: start, length: scan.text.length - start } as MessageEntity);
}

function closeBlock(scan: Scan, start: number): void {
  const body = scan.text.slice(start);
  const language = /^([\w-]+)\n/.exec(body)?.[1];
  scan.text = scan.text.slice(0, start) + body.replace(/^([\w-]+)?\n/, "").replace(/\n$/, "");
  const length = scan.text.length - start;
  add(scan, { type: "pre", ...(language && { language }), offset: start, length });
}

function closeLink(scan: Scan): void {
  const { start, at } = scan.open.pop()!;
  const target = /^\]\(((?:\\.|[^)\\])*)\)/.exec(scan.source.slice(scan.at));
  if (!target) throw unended(scan, { mark: "[", start, at });
  scan.at += target[0].length;
  add(scan, {
    type: "text_link",
    url: target[1]!.replaceAll(/\\(.)/g, "$1"),
    offset: start,
    length: scan.text.length - start,
  });
}

/** Lines that begin with ">" up to the first that does not. */
function quote(scan: Scan): void {
  const lines = /^(?:>[^\n]*(?:\n|$))+/.exec(scan.source.slice(scan.at))![0];
  const inner = parseMarkdownV2(lines.replaceAll(/^>/gm, "").replace(/\n$/, ""));
  const offset = scan.text.length;
  scan.entities.push(...inner.entities.map((entity) => ({ ...entity, offset: entity.offset + offset })));
  add(scan, { type: "blockquote", offset, length: inner.text.length });
  scan.text += inner.text + (lines.endsWith("\n") ? "\n" : "");
  scan.at += lines.length;
}

const add = (scan: Scan, entity: MessageEntity) => entity.length > 0 && scan.entities.push(entity);

const NAMES: Partial<Record<Mark, string>> = { ...TYPES, "```": "pre", "[": "text_link" };
const unended = (scan: Scan, { mark, at }: Open) =>
  badRequest(
    `can't parse entities: Can't find end of ${titled(NAMES[mark]!)} entity at byte offset ${byteOffset(scan.source, at)}`,
  );
const titled = (type: string) => type.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
