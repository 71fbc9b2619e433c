import type { KeyboardButton } from "grammy/types";
import { z } from "zod";
import type { Chat } from "../world/state";
import { badRequest } from "./api-error";
import { isWebAppUrl } from "./web-app-url";

const Button = z.union([
  z.string().transform((text) => ({ text })),
  z.looseObject({
    text: z.string(),
    request_contact: z.boolean().optional(),
    request_location: z.boolean().optional(),
    web_app: z.object({ url: z.string() }).optional(),
  }),
]);
const MAX_BUTTONS = 300;

/** @throws ApiError 400 for an empty keyboard or a private request in a group */
export function readKeyboardRows(rows: unknown, chat: Chat): KeyboardButton[][] {
  const parsed = z.array(z.array(Button)).safeParse(rows);
  if (!parsed.success) throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
  const filled = parsed.data.filter((row) => row.length > 0);
  if (filled.length === 0) throw badRequest("REPLY_MARKUP_INVALID");
  if (filled.flat().length > MAX_BUTTONS) throw badRequest("reply markup is too long");
  for (const button of filled.flat()) demandValid(button, chat);
  return filled as KeyboardButton[][];
}

type Button = { text: string; request_contact?: boolean; request_location?: boolean; web_app?: { url: string } };

function demandValid({ text, request_contact, request_location, web_app }: Button, chat: Chat): void {
  if (text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (web_app && !isWebAppUrl(web_app.url))
    throw badRequest(`keyboard button Web App URL '${web_app.url}' is invalid: Only HTTPS links are allowed`);
  if (chat.kind === "private") return;
  if (request_contact) throw badRequest("phone number can be requested in private chats only");
  if (request_location) throw badRequest("location can be requested in private chats only");
  if (web_app) throw badRequest("Web App buttons can be used in private chats only");
}
