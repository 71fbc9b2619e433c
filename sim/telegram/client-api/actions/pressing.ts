import type { InlineKeyboardButton } from "grammy/types";
import { z } from "zod";
import type { CallbackAnswer } from "../../world/bill";
import { userOf } from "../../world/peers";
import { ask, awaitAnswer } from "../../world/query";
import { messageFor } from "../../world/see";
import type { Chat, PeerId, StoredMessage } from "../../world/state";
import { deliver } from "../../world/updates";
import { action, ClientError, chatOf, type Desk, messageOf } from "../action";
import { OnMessage } from "./talking";

/** What came of a tap. Of a callback: the bot's answer, or nothing when it stayed silent. */
export type TapResult =
  | { kind: "callback"; answer?: CallbackAnswer }
  | { kind: "url"; url: string }
  | { kind: "web_app"; url: string }
  | { kind: "pay"; billId: string }
  | { kind: "copy"; text: string };

const Wait = { wait: z.boolean().default(true) };
const OnPlace = OnMessage.extend({ row: z.int(), column: z.int(), data: z.string().optional(), ...Wait });

export const pressing = {
  /**
   * Tap an inline button by place. With `wait: false` it returns before the bot answers. `data` is what the button on
   * the screen carries: an edit that crosses the tap may have put another one in its place, and a client sends what
   * the person saw.
   */
  tap: action(OnPlace, async (desk, input): Promise<TapResult> => {
    const { person, chat: id, message, row, column, wait, data } = input;
    const chat = chatOf(desk.world, person, id);
    const stored = messageOf(chat, message);
    if (data !== undefined) return callBack(desk, { person, chat, stored, data, wait });
    const button = stored.keyboard?.inline_keyboard[row]?.[column];
    if (!button) throw new ClientError("there is no such button");
    if (!("callback_data" in button)) return press(button, stored);
    return callBack(desk, { person, chat, stored, data: button.callback_data, wait });
  }),

  /** Callback data made up by hand: a modified client can send anything under any message of a bot. */
  forgeTap: action(OnMessage.extend({ data: z.string(), ...Wait }), (desk, input): Promise<TapResult> => {
    const chat = chatOf(desk.world, input.person, input.chat);
    const stored = messageOf(chat, input.message);
    return callBack(desk, { person: input.person, chat, stored, data: input.data, wait: input.wait });
  }),
};

type Callback = { person: PeerId; chat: Chat; stored: StoredMessage; data: string; wait: boolean };

async function callBack({ world }: Desk, { person, chat, stored, data, wait }: Callback): Promise<TapResult> {
  const bot = world.state.bots.get(stored.from);
  if (!bot) throw new ClientError("only a bot's buttons can be tapped");
  chat.heard++;
  const query = ask(world, { kind: "callback", bot: bot.id, person, chatKey: chat.key, messageId: stored.id });
  const answered = awaitAnswer<CallbackAnswer>(world, query, "callback");
  deliver(world, bot, "callback_query", {
    id: query.id,
    from: userOf(world, person),
    message: messageFor(world, chat, stored, bot.id),
    chat_instance: instanceOf(chat),
    data,
  });
  if (!wait) return { kind: "callback" };
  return { kind: "callback", answer: await answered };
}

/** The same for all messages of a chat, and telling nothing about it. */
const instanceOf = (chat: Chat): string => String(Bun.hash(chat.key));

function press(button: InlineKeyboardButton, stored: StoredMessage): TapResult {
  if ("url" in button) return { kind: "url", url: button.url };
  if ("web_app" in button) return { kind: "web_app", url: button.web_app.url };
  if ("copy_text" in button) return { kind: "copy", text: button.copy_text.text };
  if ("pay" in button && stored.billId) return { kind: "pay", billId: stored.billId };
  throw new ClientError("this kind of button does nothing here");
}
