import type { BotCommandScope, MenuButton } from "grammy/types";
import { z } from "zod";
import { findPrivate } from "../../world/chats";
import { findCommands, scopeKey } from "../../world/commands";
import { me } from "../../world/peers";
import { tellChat } from "../../world/post";
import type { Bot, PeerId } from "../../world/state";
import type { World } from "../../world/world";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { isWebAppUrl } from "../web-app-url";

const MAX_COMMANDS = 100;
const Commands = z.array(z.object({ command: z.string(), description: z.string() }));
const Scope = z.discriminatedUnion("type", [
  z.object({ type: z.literal("default") }),
  z.object({ type: z.literal("all_private_chats") }),
  z.object({ type: z.literal("all_group_chats") }),
  z.object({ type: z.literal("all_chat_administrators") }),
  z.object({ type: z.literal("chat"), chat_id: z.coerce.number() }),
  z.object({ type: z.literal("chat_administrators"), chat_id: z.coerce.number() }),
  z.object({ type: z.literal("chat_member"), chat_id: z.coerce.number(), user_id: z.coerce.number() }),
]);
const Menu = z.discriminatedUnion("type", [
  z.object({ type: z.literal("commands") }),
  z.object({ type: z.literal("default") }),
  z.object({ type: z.literal("web_app"), text: z.string().min(1), web_app: z.object({ url: z.string() }) }),
]);

export const settings: Methods = {
  getMe: ({ bot }) => me(bot),
  logOut: () => true,
  close: () => true,

  setMyCommands: (call) => {
    const commands = call.params.json("commands", Commands, "commands") ?? [];
    if (commands.length > MAX_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    const cleaned = commands.map(({ command, description }) => ({ command: command.replace(/^\//, ""), description }));
    for (const { command, description } of cleaned) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
      if (description.length < 1 || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return replaceCommands(call, cleaned);
  },

  getMyCommands: (call) => {
    const { scope, languageCode } = readScope(call);
    return findCommands(call.bot, scope, languageCode)?.commands ?? [];
  },

  deleteMyCommands: (call) => replaceCommands(call, []),

  setChatMenuButton: ({ world, bot, params }) => {
    const button = params.json("menu_button", Menu, "menu button") ?? { type: "default" as const };
    if (button.type === "web_app" && !isWebAppUrl(button.web_app.url))
      throw badRequest(`menu button Web App URL '${button.web_app.url}' is invalid: Only HTTPS links are allowed`);
    setMenuButton(world, bot, params.int("chat_id"), button);
    return true;
  },

  getChatMenuButton: ({ bot, params }) => {
    const person = params.int("chat_id");
    return (person && bot.menuButtons.get(person)) || bot.menuButton;
  },

  setMyName: (call) => rewrite(call, "name", 64),
  setMyDescription: (call) => rewrite(call, "description", 512),
  setMyShortDescription: (call) => rewrite(call, "short_description", 120),
  getMyName: ({ bot }) => ({ name: bot.name }),
  getMyDescription: ({ bot }) => ({ description: bot.description }),
  getMyShortDescription: ({ bot }) => ({ short_description: bot.shortDescription }),
};

function readScope({ world, bot, params }: Call): { scope: BotCommandScope; languageCode: string } {
  const scope: BotCommandScope = params.json("scope", Scope, "BotCommandScope") ?? { type: "default" };
  const languageCode = params.text("language_code") ?? "";
  if (languageCode !== "" && !/^[a-z]{2}$/.test(languageCode)) throw badRequest("invalid language code specified");
  if ("chat_id" in scope) {
    const id = Number(scope.chat_id);
    if (!world.state.chats.has(id < 0 ? String(id) : `${id}:${bot.id}`)) throw badRequest("chat not found");
  }
  return { scope, languageCode };
}

function replaceCommands(call: Call, commands: { command: string; description: string }[]): true {
  const { scope, languageCode } = readScope(call);
  const others = call.bot.commandLists.filter(
    (list) => scopeKey(list.scope) !== scopeKey(scope) || list.languageCode !== languageCode,
  );
  call.bot.commandLists = commands.length > 0 ? [...others, { scope, languageCode, commands }] : others;
  tellEverybody(call);
  return true;
}

function setMenuButton(world: World, bot: Bot, person: PeerId | undefined, button: MenuButton): void {
  if (person === undefined) {
    bot.menuButton = button.type === "default" ? { type: "commands" } : button;
    tellEverybody({ world, bot });
    return;
  }
  const chat = findPrivate(world, person, bot.id);
  if (!chat) throw badRequest("chat not found");
  if (button.type === "default") bot.menuButtons.delete(person);
  else bot.menuButtons.set(person, button);
  tellChat(world, chat, person);
}

function tellEverybody({ world, bot }: { world: World; bot: Bot }): void {
  for (const chat of world.state.chats.values())
    if (chat.kind === "private" && chat.bot === bot.id) tellChat(world, chat, chat.person);
}

function rewrite({ bot, params }: Call, field: "name" | "description" | "short_description", max: number): true {
  const text = params.text(field) ?? "";
  if (text.length > max) throw badRequest("text is too long");
  // Telegram keeps one text per language; the page shows the one without.
  if (params.text("language_code")) return true;
  if (field === "name") bot.name = text || bot.name;
  else if (field === "description") bot.description = text;
  else bot.shortDescription = text;
  return true;
}
