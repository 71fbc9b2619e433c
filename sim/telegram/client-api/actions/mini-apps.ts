import { z } from "zod";
import { openPrivate } from "../../world/chats";
import type { Bot } from "../../world/state";
import type { World } from "../../world/world";
import { action, ClientError, personOf } from "../action";
import { initDataFor } from "../init-data";
import { InChat, say } from "./talking";

const Open = z.object({
  person: z.number(),
  bot: z.number(),
  /** Where it is opened from decides what initData carries. */
  from: z.enum(["inline", "menu", "keyboard", "link"]),
  /** The button's address; a link opens the bot's registered mini-app instead. */
  url: z.url().optional(),
  app: z.string().default(""),
  startParameter: z
    .string()
    .regex(/^[\w-]{0,512}$/)
    .optional(),
});
const Cloud = z.object({ person: z.number(), bot: z.number() });

export type OpenedMiniApp = { url: string; initData: string; title: string };

export const miniApps = {
  /** The address to load and the signed launch data that belongs into its hash. */
  openMiniApp: action(Open, ({ world }, { person: id, bot: botId, from, url, app, startParameter }): OpenedMiniApp => {
    const bot = botOf(world, botId);
    const address = url ?? bot.miniApps.get(app);
    if (!address) throw new ClientError(`the bot has no mini-app "${app}"`);
    const withStart = startParameter ? addQuery(address, "tgWebAppStartParam", startParameter) : address;
    // Opened from a reply keyboard a mini-app learns nothing about who opened it.
    const initData = from === "keyboard" ? "" : initDataFor(world, bot, personOf(world, id), { from, startParameter });
    return { url: withStart, initData, title: bot.name };
  }),

  /** `Telegram.WebApp.sendData`: only from a reply keyboard, up to 4,096 bytes. */
  sendWebAppData: action(
    InChat.extend({ buttonText: z.string(), data: z.string().min(1).max(4_096) }),
    (desk, { buttonText, data, ...place }): true => {
      say(desk, place, { web_app_data: { button_text: buttonText, data } });
      return true;
    },
  ),

  allowWriting: action(InChat, (desk, place): true => {
    if (openPrivate(desk.world, place.person, place.chat).started) return true;
    say(desk, place, { write_access_allowed: { from_request: true } });
    return true;
  }),

  cloudRead: action(Cloud, ({ world }, key): Record<string, string> => Object.fromEntries(shelf(world, key))),
  cloudWrite: action(
    Cloud.extend({ key: z.string().regex(/^[\w-]{1,128}$/), value: z.string().max(4_096) }),
    ({ world }, { key, value, ...owner }): true => {
      shelf(world, owner).set(key, value);
      return true;
    },
  ),
  cloudDelete: action(Cloud.extend({ keys: z.array(z.string()) }), ({ world }, { keys, ...owner }): true => {
    for (const key of keys) shelf(world, owner).delete(key);
    return true;
  }),
};

function botOf(world: World, id: number): Bot {
  const bot = world.state.bots.get(id);
  if (!bot) throw new ClientError(`there is no bot ${id}`);
  return bot;
}

function addQuery(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

function shelf(world: World, { person, bot }: z.output<typeof Cloud>): Map<string, string> {
  const name = `${person}:${bot}`;
  const values = world.state.cloud.get(name) ?? new Map<string, string>();
  world.state.cloud.set(name, values);
  return values;
}
