import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "grammy/types";

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;
/** What changes the space below the input field rather than the message. */
export type InputMarkup = ReplyKeyboardMarkup | ForceReply;

export const isInline = (markup: ReplyMarkup): markup is InlineKeyboardMarkup => "inline_keyboard" in markup;
export const isRemove = (markup: ReplyMarkup): markup is ReplyKeyboardRemove => "remove_keyboard" in markup;
