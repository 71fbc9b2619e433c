import type { ReactionType } from "grammy/types";
import { asApiChat, botsOf, isAdmin } from "./chats";
import { userOf } from "./peers";
import { tellPeople } from "./post";
import type { Chat, PeerId, StoredMessage } from "./state";
import { deliver } from "./updates";
import type { World } from "./world";

const asReactionTypes = (emojis: readonly string[]) =>
  emojis.map((emoji) => ({ type: "emoji", emoji }) as ReactionType);

/** Replace one side's reactions. A person's are told to bots that asked for it and, in a group, administer it. */
export function react(world: World, chat: Chat, stored: StoredMessage, by: PeerId, emojis: readonly string[]): void {
  const before = stored.reactions.filter((reaction) => reaction.by === by).map((reaction) => reaction.emoji);
  stored.reactions = [
    ...stored.reactions.filter((reaction) => reaction.by !== by),
    ...emojis.map((emoji) => ({ by, emoji })),
  ];
  tellPeople(world, chat, stored, "edit");
  if (world.state.bots.has(by)) return;
  for (const bot of botsOf(world, chat)) {
    if (chat.kind === "group" && !isAdmin(chat, bot.id)) continue;
    deliver(world, bot, "message_reaction", {
      chat: asApiChat(world, chat, bot.id),
      message_id: stored.id,
      user: userOf(world, by),
      date: world.nowS(),
      old_reaction: asReactionTypes(before),
      new_reaction: asReactionTypes(emojis),
    });
  }
}
