import type { InlineKeyboardButton } from "grammy/types";
import type { SeenMessage } from "#sim/telegram/world/person-event";

type Says = { id?: number; text?: string; mine?: boolean; date?: number; rows?: InlineKeyboardButton[][] };

const BOT = { id: 7, is_bot: true, first_name: "Peyk" };

/** A message of a chat with a bot, as a phone shows it. */
export const message = ({ id = 1, text = "", mine = false, date = 1_000, rows = [] }: Says): SeenMessage => ({
  message_id: id,
  date,
  chat: { id: 7, type: "private", first_name: "Peyk" },
  from: BOT,
  text,
  mine,
  silent: false,
  reactions: [],
  reply_markup: { inline_keyboard: rows },
});

export const key = (text: string, data: string): InlineKeyboardButton => ({ text, callback_data: data });
export const linkTo = (url: string): InlineKeyboardButton => ({ text: "🧭", url });
