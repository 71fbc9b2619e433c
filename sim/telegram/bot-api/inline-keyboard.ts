import type { InlineKeyboardButton } from "grammy/types";
import { z } from "zod";
import type { Chat } from "../world/state";
import { badRequest } from "./api-error";
import { isWebAppUrl } from "./web-app-url";

const MAX_BUTTONS = 100;
const MAX_CALLBACK_BYTES = 64;
const MAX_COPY_CHARACTERS = 256;

const Look = z.object({
  text: z.string(),
  icon_custom_emoji_id: z.string().optional(),
  style: z.enum(["danger", "success", "primary"]).optional(),
});
const Kinds = {
  url: z.string(),
  callback_data: z.string(),
  web_app: z.object({ url: z.string() }),
  login_url: z.object({ url: z.string() }),
  switch_inline_query: z.string(),
  switch_inline_query_current_chat: z.string(),
  copy_text: z.object({ text: z.string() }),
  pay: z.boolean(),
};
const Button = Look.extend(z.object(Kinds).partial().shape);
type Button = z.infer<typeof Button>;

/** @throws ApiError 400 for a button Telegram would not draw */
export function readInlineRows(rows: unknown, chat: Chat): InlineKeyboardButton[][] {
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  const read = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard button: Array expected");
    return row.map((button: unknown) => readButton(button, chat));
  });
  if (read.flat().length > MAX_BUTTONS) throw badRequest("reply markup is too long");
  return read.filter((row) => row.length > 0);
}

function readButton(raw: unknown, chat: Chat): InlineKeyboardButton {
  const parsed = Button.safeParse(raw);
  if (!parsed.success) throw badRequest(`can't parse inline keyboard button: ${parsed.error.issues[0]?.message}`);
  const button = parsed.data;
  if (button.text.trim() === "")
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String');
  const kinds = Object.keys(Kinds).filter((kind) => kind in button);
  if (kinds.length === 0)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  demandValid(button, chat);
  return button as InlineKeyboardButton;
}

function demandValid({ callback_data, web_app, url, copy_text }: Button, chat: Chat): void {
  if (callback_data !== undefined && !fits(callback_data)) throw badRequest("BUTTON_DATA_INVALID");
  if (copy_text && (copy_text.text === "" || copy_text.text.length > MAX_COPY_CHARACTERS))
    throw badRequest("BUTTON_COPY_TEXT_INVALID");
  if (url !== undefined && !isLink(url))
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  if (!web_app) return;
  if (chat.kind !== "private") throw badRequest("BUTTON_TYPE_INVALID");
  if (!isWebAppUrl(web_app.url))
    throw badRequest(`inline keyboard button Web App URL '${web_app.url}' is invalid: Only HTTPS links are allowed`);
}

const fits = (data: string): boolean => {
  const { length } = new TextEncoder().encode(data);
  return length >= 1 && length <= MAX_CALLBACK_BYTES;
};

const isLink = (url: string): boolean => /^(https?|tg|ton|tel|mailto):/i.test(url) && URL.canParse(url);
