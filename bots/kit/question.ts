import { type Conversation, createConversation } from "@grammyjs/conversations";
import type { Middleware } from "grammy";
import type { InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "grammy/types";
import { ApiRefusal } from "./api";
import { button } from "./button";
import type { BotContext, TalkContext } from "./context";
import { problemSentence } from "./problem";
import type { Words } from "./words";

/** `text` is HTML. */
export type Prompt = { text: string; keyboard?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove };
/** What a message answers, or why it does not: a sentence in HTML. */
export type Reading<Answer> = { answer: Answer } | { again: string };
export type Read<Answer> = (message: Message, words: Words) => Reading<Answer>;
export type Talk = Conversation<BotContext, TalkContext>;

/** Under a question that need not be answered. */
export const skip = button("skip");

/** Patience for an answer, in machine time; noticed at the next message, which is then taken for something new. */
const WAIT_MS = 15 * 60_000;
const TRIES = 5;

/**
 * Asks, and waits for a message that answers; anything but a message goes its usual way meanwhile. Ends the whole
 * conversation when nothing fitting comes. @returns `null` when the person taps "skip"
 */
export async function hear<Answer>(
  conversation: Talk,
  ctx: TalkContext,
  { text, keyboard }: Prompt,
  read: Read<Answer>,
): Promise<Answer | null> {
  await ctx.reply(text, { parse_mode: "HTML", ...(keyboard && { reply_markup: keyboard }) });
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const next = await conversation.waitUntil(isAnswer, { maxMilliseconds: WAIT_MS, next: true });
    if (next.callbackQuery) {
      await next.answerCallbackQuery();
      return null;
    }
    const reading = read(next.message!, next.words);
    if ("answer" in reading) return reading.answer;
    await next.reply(reading.again, { parse_mode: "HTML" });
  }
  return conversation.halt();
}

/** Commands, payments and live positions are never answers, and "skip" is one. */
function isAnswer({ message, callbackQuery }: TalkContext): boolean {
  if (callbackQuery) return callbackQuery.data !== undefined && skip.read(callbackQuery.data) !== null;
  if (!message || message.successful_payment || message.location?.live_period) return false;
  return !message.text?.startsWith("/");
}

/**
 * A short conversation. `Ref` is stored with it: plain data. Kept short so that a restart, a tap elsewhere or `/cancel`
 * never leaves somebody in the middle of nowhere.
 */
export type Question<Ref> = {
  ask(ctx: BotContext, ref: Ref): Promise<void>;
  readonly middleware: Middleware<BotContext>;
};

export function dialogue<Ref>(
  name: string,
  talk: (conversation: Talk, ctx: TalkContext, ref: Ref) => Promise<unknown>,
): Question<Ref> {
  return {
    ask: async (ctx, ref) => {
      await ctx.conversation.exitAll(); // one question at a time
      await ctx.conversation.enter(name, ref);
    },
    middleware: createConversation(talk, { id: name }),
  };
}

type Spec<Ref, Answer> = {
  prompt(words: Words, ref: Ref): Prompt;
  read: Read<Answer>;
  /** Acts on the answer, outside the conversation. A refusal is shown, and the question stays open. */
  take(ctx: BotContext, answer: Answer, ref: Ref): Promise<void>;
};

/** A dialogue of one question and one answer. */
export const question = <Ref, Answer>(name: string, { prompt, read, take }: Spec<Ref, Answer>): Question<Ref> =>
  dialogue<Ref>(name, async (conversation, ctx, ref) => {
    let asking = prompt(ctx.words, ref);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const answer = await hear(conversation, ctx, asking, read);
      if (answer === null) return;
      const problem = await conversation.external((outer) => problemOf(outer, take(outer, answer, ref)));
      if (problem === null) return;
      asking = { text: problem };
    }
  });

/** The sentence of a refusal; `null` when there was none. */
export async function problemOf(outer: BotContext, work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ApiRefusal) return problemSentence(error, outer.words);
    throw error;
  }
}

/** Reads a text of at most so many characters; says so otherwise. */
export const readText =
  (maxLength: number): Read<string> =>
  ({ text }, { html }) => {
    if (text === undefined) return { again: html("question-text-wanted") };
    const length = text.trim().length;
    if (length === 0 || length > maxLength)
      return { again: html("question-text-too-long", { max: String(maxLength) }) };
    return { answer: text.trim() };
  };
