import type { Button, Tap } from "#bots/kit/button";
import { wordsIn } from "#bots/kit/words";
import { Language } from "#shared/kernel/language";
import type { SeenMessage } from "#sim/telegram/world/person-event";

/** What stands in a chat, oldest first. */
export type Sight = readonly SeenMessage[];

/** A button as it stands before somebody's eyes. */
export type Seen = Tap & { on: SeenMessage; label: string; data: string };

/** Nobody scrolls up further. */
const SCROLLED = 80;
export const recent = (sight: Sight): Sight => sight.slice(-SCROLLED);

/** The buttons of this kind on one message, in reading order. */
export const on = (message: SeenMessage, button: Button): Seen[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().flatMap((key) => {
    const tap = "callback_data" in key ? button.read(key.callback_data) : null;
    return tap && "callback_data" in key ? [{ ...tap, on: message, label: key.text, data: key.callback_data }] : [];
  });

/** All buttons of this kind, those on the oldest message first. */
export const standing = (sight: Sight, button: Button): Seen[] => sight.flatMap((message) => on(message, button));

const LANGUAGES = Language.options.map((language) => wordsIn(language));

/** Whether somebody is asked this and has not answered: the last word in the chat, in any language. */
export function isAsked(sight: Sight, textId: string): boolean {
  const last = sight.at(-1);
  return last !== undefined && !last.mine && LANGUAGES.some(({ plain }) => last.text === plain(textId));
}

const MARK = "\u0001";
const SOLD_OUT = LANGUAGES.map(({ plain }) => plain("dish-sold-out", { name: MARK }).split(MARK));

/** Whether the label says that this dish cannot be had now. */
export const isSoldOut = (label: string): boolean =>
  SOLD_OUT.some(([before = "", after = ""]) => label.startsWith(before) && label.endsWith(after));

/** The five letters by which people speak of an order. */
export const codeIn = ({ text }: SeenMessage): string | null =>
  /\b[BCDFGHJKLMNPQRSTVWXZ]{5}\b/.exec(text ?? "")?.[0] ?? null;

const PIN = LANGUAGES.map(
  ({ plain }) =>
    new RegExp(
      plain("order-pin", { pin: MARK })
        .replace(/<\/?code>/g, "")
        .replace(MARK, "(\\d{4})"),
    ),
);

/** The four digits that a customer reads out at the door. */
export const pinIn = ({ text = "" }: SeenMessage): string | null =>
  PIN.map((pattern) => pattern.exec(text)?.[1]).find((pin) => pin !== undefined) ?? null;
