import type { MessageEntity } from "grammy/types";
import { z } from "zod";
import { badRequest } from "../api-error";
import type { Params } from "../params";
import { detectEntities } from "./detect-entities";
import { type Formatted, trim } from "./formatted";
import { parseHtml } from "./html";
import { parseMarkdown } from "./markdown";
import { parseMarkdownV2 } from "./markdown-v2";

export const MAX_TEXT = 4_096;
export const MAX_CAPTION = 1_024;

const Entities = z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() }));

const PARSERS: Record<string, (source: string) => Formatted> = {
  html: parseHtml,
  markdown: parseMarkdown,
  markdownv2: parseMarkdownV2,
};

/** A formatted text as the bot wrote it: by parse mode or by entities. @throws ApiError 400 */
export function readFormatted(params: Params, name: string, entitiesName: string): Formatted {
  const source = params.text(name) ?? "";
  const mode = params.text("parse_mode")?.toLowerCase();
  if (mode === undefined) return withDetected({ text: source, entities: readEntities(params, entitiesName) });
  const parse = PARSERS[mode];
  if (!parse) throw badRequest("unsupported parse_mode");
  return withDetected(parse(source));
}

const readEntities = (params: Params, name: string): MessageEntity[] =>
  (params.json(name, Entities, "message entities") ?? []) as MessageEntity[];

function withDetected(formatted: Formatted): Formatted {
  const { text, entities } = trim(formatted);
  return { text, entities: detectEntities(text, entities) };
}

/** @throws ApiError 400 when empty or longer than 4,096 characters */
export function readText(
  params: Params,
  tooLong = "message is too long",
): { text: string; entities?: MessageEntity[] } {
  const { text, entities } = readFormatted(params, "text", "entities");
  if (text === "") throw badRequest("message text is empty");
  if (text.length > MAX_TEXT) throw badRequest(tooLong);
  return { text, ...(entities.length > 0 && { entities }) };
}

/** @throws ApiError 400 when longer than 1,024 characters */
export function readCaption(params: Params): { caption?: string; caption_entities?: MessageEntity[] } {
  const { text, entities } = readFormatted(params, "caption", "caption_entities");
  if (text.length > MAX_CAPTION) throw badRequest("message caption is too long");
  return { ...(text && { caption: text }), ...(entities.length > 0 && { caption_entities: entities }) };
}
