import type { SeenMessage } from "../world/person-event";

/** What stands in a bubble, as one line of text a test can match. */
export function textOf(message: SeenMessage): string {
  const {
    text,
    caption,
    invoice,
    contact,
    location,
    venue,
    photo,
    document,
    voice,
    poll,
    successful_payment,
    pinned_message,
  } = message;
  const parts = [
    photo && "[photo]",
    document && `[document ${document.file_name ?? ""}]`,
    voice && "[voice]",
    venue ? `[venue ${venue.title}]` : location && (message.live_until ? "[live location]" : "[location]"),
    contact && `[contact ${contact.first_name} ${contact.phone_number}]`,
    invoice && `[invoice ${invoice.title}: ${invoice.description}]`,
    poll && `[poll ${poll.question}]`,
    successful_payment && "[paid]",
    pinned_message && "[pinned]",
    text,
    caption,
  ];
  return parts.filter(Boolean).join(" ");
}

export const buttonsOf = (message: SeenMessage): string[] =>
  message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [];

/** For error texts: the end of a chat as a person would read it. */
export const transcript = (messages: readonly SeenMessage[]): string =>
  messages
    .slice(-12)
    .map((message) => {
      const buttons = buttonsOf(message).map((label) => ` [${label}]`);
      return `${message.mine ? "→" : "←"} ${textOf(message)}${buttons.join("")}`;
    })
    .join("\n");

/** Callback data of the inline buttons, in reading order. */
export const dataOf = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ("callback_data" in button ? button.callback_data : []));
