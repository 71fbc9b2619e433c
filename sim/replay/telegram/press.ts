import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import type { SeenMessage } from "#sim/telegram/world/person-event";

/** Real time in which a button comes that must come. */
const COMES_WITHIN_MS = 60_000;

type Spot = { message: SeenMessage; row: number; column: number; data: string };

/** Every button below a message, with its data. */
export const buttonsBelow = (message: SeenMessage): Spot[] =>
  (message.reply_markup?.inline_keyboard ?? []).flatMap((buttons, row) =>
    buttons.flatMap((button, column) =>
      "callback_data" in button ? [{ message, row, column, data: button.callback_data }] : [],
    ),
  );

/**
 * Taps the newest button that fits, as soon as it stands there. An offer that was called back has none any more, and a tap
 * that fails is an answer like any other: whoever taps looks at the API for what came of it, and an order that hangs on a
 * button that never came has no end, which the run counts as a violation.
 */
export async function pressAny(chat: PhoneChat, fits: (data: string) => boolean): Promise<void> {
  const look = () => chat.messages.flatMap(buttonsBelow).findLast(({ data }) => fits(data));
  const spot = await chat.phone.until(look, COMES_WITHIN_MS, () => "the button never came").catch(() => null);
  if (!spot) return;
  const { message, ...place } = spot;
  const here = { person: chat.phone.id, chat: chat.id, message: message.message_id };
  await chat.phone.call("tap", { ...here, ...place, wait: true }).catch(() => null);
}

export const press = (chat: PhoneChat, data: string): Promise<void> => pressAny(chat, (one) => one === data);
