import { InlineKeyboard } from "grammy";
import type { Id } from "#shared/kernel/ids";
import type { Button } from "./button";
import { type Words, wordId } from "./words";

/** One button per reason; a reason travels as its place in the list, because its word would not fit. */
export function reasonKeyboard(
  reasons: readonly string[],
  prefix: string,
  button: Button,
  id: Id,
  words: Words,
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  reasons.forEach((reason, index) => {
    keyboard.text(words.plain(wordId(prefix, reason)), button.pack([id], String(index))).row();
  });
  return keyboard;
}

/** The reason behind a tap; `undefined` when the data was made up. */
export const reasonAt = <Reason extends string>(reasons: readonly Reason[], word: string): Reason | undefined =>
  /^\d{1,2}$/.test(word) ? reasons[Number(word)] : undefined;
