import { z } from "zod";
import { detectEntities } from "../../bot-api/format/detect-entities";
import { changeMessage, deleteMessages } from "../../world/change-message";
import { setBlocked } from "../../world/membership";
import { originOf } from "../../world/origin";
import type { SeenMessage } from "../../world/person-event";
import { vote } from "../../world/poll";
import { post } from "../../world/post";
import { react } from "../../world/reactions";
import { seenBy } from "../../world/see";
import type { Content, PeerId } from "../../world/state";
import { action, ClientError, chatOf, type Desk, messageOf, openChatOf, ownMessageOf } from "../action";

export const InChat = z.object({ person: z.number(), chat: z.number() });
export const OnMessage = InChat.extend({ message: z.number() });
const Text = z.string().trim().min(1).max(4_096);

const textContent = (text: string): Content => {
  const entities = detectEntities(text);
  return { text, ...(entities.length > 0 && { entities }) };
};

type Place = { person: PeerId; chat: PeerId; replyTo?: number };

/** Say something as a person. @throws ClientError when the bot is blocked */
export function say(
  { world }: Desk,
  { person, chat: id, replyTo }: Place,
  content: Content,
  liveUntilS?: number,
): SeenMessage {
  const chat = openChatOf(world, person, id);
  return seenBy(world, chat, post(world, chat, { from: person, content, replyTo, liveUntilS }), person);
}

export const talking = {
  /** Press Start, maybe by a deep link. Lets a blocked bot write again. */
  start: action(
    InChat.extend({
      parameter: z
        .string()
        .regex(/^[\w-]{0,64}$/)
        .optional(),
    }),
    (desk, { parameter, ...place }): SeenMessage => {
      setBlocked(desk.world, place.person, place.chat, false);
      return say(desk, place, textContent(parameter ? `/start ${parameter}` : "/start"));
    },
  ),
  sendText: action(
    InChat.extend({ text: Text, replyTo: z.number().optional() }),
    (desk, { text, ...place }): SeenMessage => say(desk, place, textContent(text)),
  ),
  editText: action(OnMessage.extend({ text: Text }), ({ world }, { person, chat: id, message, text }): SeenMessage => {
    const chat = chatOf(world, person, id);
    const stored = ownMessageOf(chat, person, message);
    const { text: before, caption } = stored.content;
    if (before === undefined && caption === undefined) throw new ClientError("there is no text to edit");
    const content = before === undefined ? { ...stored.content, caption: text } : textContent(text);
    changeMessage(world, chat, stored, { content, keyboard: stored.keyboard });
    return seenBy(world, chat, stored, person);
  }),
  deleteMessage: action(OnMessage, ({ world }, { person, chat: id, message }): true => {
    const chat = chatOf(world, person, id);
    deleteMessages(world, chat, [messageOf(chat, message).id]);
    return true;
  }),
  /** A forwarded message loses its buttons, as in every real client. */
  forward: action(OnMessage.extend({ to: z.number() }), ({ world }, { person, chat: id, message, to }): SeenMessage => {
    const stored = messageOf(chatOf(world, person, id), message);
    if (stored.protected) throw new ClientError("forwarding is not allowed here");
    const chat = openChatOf(world, person, to);
    const copy = post(world, chat, { from: person, content: stored.content, forwardOrigin: originOf(world, stored) });
    return seenBy(world, chat, copy, person);
  }),
  react: action(
    OnMessage.extend({ emojis: z.array(z.string()).max(3) }),
    ({ world }, { person, chat: id, message, emojis }): true => {
      const chat = chatOf(world, person, id);
      react(world, chat, messageOf(chat, message), person, emojis);
      return true;
    },
  ),
  vote: action(
    OnMessage.extend({ options: z.array(z.int().min(0)) }),
    ({ world }, { person, chat: id, message, options }): true => {
      const chat = chatOf(world, person, id);
      if (!vote(world, chat, messageOf(chat, message), person, options)) throw new ClientError("you cannot vote here");
      return true;
    },
  ),
};
