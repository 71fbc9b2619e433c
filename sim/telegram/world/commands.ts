import type { BotCommand, BotCommandScope } from "grammy/types";
import { botsOf, isAdmin } from "./chats";
import type { Bot, Chat, PeerId } from "./state";
import type { World } from "./world";

/** Which scopes apply to a person in a chat, narrowest first (core.telegram.org/bots/api#determining-list-of-commands). */
function scopesFor(chat: Chat, person: PeerId): BotCommandScope[] {
  if (chat.kind === "private")
    return [{ type: "chat", chat_id: person }, { type: "all_private_chats" }, { type: "default" }];
  const admin: BotCommandScope[] = isAdmin(chat, person) ? [{ type: "chat_administrators", chat_id: chat.id }] : [];
  const allAdmins: BotCommandScope[] = isAdmin(chat, person) ? [{ type: "all_chat_administrators" }] : [];
  return [
    { type: "chat_member", chat_id: chat.id, user_id: person },
    ...admin,
    { type: "chat", chat_id: chat.id },
    ...allAdmins,
    { type: "all_group_chats" },
    { type: "default" },
  ];
}

export const scopeKey = (scope: BotCommandScope): string =>
  [scope.type, "chat_id" in scope ? scope.chat_id : "", "user_id" in scope ? scope.user_id : ""].join(":");

export const findCommands = (bot: Bot, scope: BotCommandScope, languageCode: string) =>
  bot.commandLists.find((list) => scopeKey(list.scope) === scopeKey(scope) && list.languageCode === languageCode);

/** What the "/" menu offers: per scope first the person's language, then the one without a language. */
export function commandsFor(world: World, chat: Chat, person: PeerId): BotCommand[] {
  const language = world.state.people.get(person)?.languageCode?.slice(0, 2) ?? "";
  return botsOf(world, chat).flatMap((bot) => {
    for (const scope of scopesFor(chat, person)) {
      const list = findCommands(bot, scope, language) ?? findCommands(bot, scope, "");
      if (list?.commands.length) return list.commands;
    }
    return [];
  });
}
