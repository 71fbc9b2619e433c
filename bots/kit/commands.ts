import type { Api as TelegramApi } from "grammy";
import type { BotCommandScope, MenuButton } from "grammy/types";
import { Language } from "#shared/kernel/language";
import { wordsIn } from "./words";

/** Commands by name; what each does is `command-<name>` of the texts. */
export type CommandList = readonly string[];

/** Tells Telegram which commands there are, in each language, for everybody or for one chat. */
export async function setCommands(api: TelegramApi, commands: CommandList, scope: BotCommandScope): Promise<void> {
  for (const language of Language.options) {
    const { plain } = wordsIn(language);
    const named = commands.map((command) => ({ command, description: plain(`command-${command}`) }));
    // English is what Telegram shows to those whose language we do not speak.
    await api.setMyCommands(named, { scope, ...(language !== "en" && { language_code: language }) });
  }
}

/** Commands for everybody, and the menu button: the mini-app when there is one, else the commands. */
export async function announceCommands(api: TelegramApi, commands: CommandList, menuUrl: string | null): Promise<void> {
  await setCommands(api, commands, { type: "all_private_chats" });
  await api.setChatMenuButton({ menu_button: menuButton(menuUrl) });
}

/** Opens a mini-app, or the commands when there is none. */
export const menuButton = (url: string | null): MenuButton =>
  url ? { type: "web_app", text: "Peyk", web_app: { url } } : { type: "commands" };
