import type { User, UserFromGetMe } from "grammy/types";
import type { Bot, PeerId, Person } from "./state";
import type { World } from "./world";

// Wider than 32 bits, as real ids are today: a bot that stores them in an int4 column finds out here.
const FIRST_PERSON = 6_800_000_000;
const FIRST_BOT = 7_500_000_000;

export type NewPerson = {
  /** Of somebody whom a seed knows already; a fresh one when left out. */
  id?: PeerId;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  phone?: string;
  label?: string;
  group?: string;
};

/** An id that is taken gives the person who has it. */
export function createPerson(world: World, fresh: NewPerson): Person {
  const known = fresh.id === undefined ? undefined : world.state.people.get(fresh.id);
  if (known) return known;
  const serial = world.nextId();
  const person: Person = { ...fresh, id: fresh.id ?? FIRST_PERSON + serial, phone: fresh.phone ?? phoneOf(serial) };
  world.state.people.set(person.id, person);
  return person;
}

/** Numbers of an unused range, so that nobody's phone rings. */
const phoneOf = (serial: number) => `+99800${String(serial).padStart(7, "0")}`;

export type NewBot = {
  username: string;
  name: string;
  /** A fixed token keeps a configuration valid over a fresh start; its leading digits become the bot's id. */
  token?: string;
  readsGroups?: boolean;
  description?: string;
};

/** Like a talk with BotFather. An existing username gives the bot that is there. */
export function createBot(world: World, fresh: NewBot): Bot {
  const known = botByUsername(world, fresh.username);
  if (known) return known;
  const id = fresh.token ? Number(fresh.token.split(":")[0]) : FIRST_BOT + world.nextId();
  const bot: Bot = {
    id,
    token: fresh.token ?? `${id}:${world.secret(35)}`,
    username: fresh.username,
    name: fresh.name,
    description: fresh.description ?? "",
    shortDescription: "",
    readsGroups: fresh.readsGroups ?? false,
    updates: [],
    lastUpdateId: 100_000_000 + Math.floor(world.random() * 800_000_000),
    lastMessageId: 0,
    commandLists: [],
    menuButton: { type: "commands" },
    menuButtons: new Map(),
    miniApps: new Map(),
  };
  world.state.bots.set(id, bot);
  return bot;
}

export function botByUsername(world: World, username: string): Bot | undefined {
  const wanted = username.replace(/^@/, "").toLowerCase();
  return [...world.state.bots.values()].find((bot) => bot.username.toLowerCase() === wanted);
}

export const asBotUser = (bot: Bot): User => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.name,
  username: bot.username,
});

export const asUser = (person: Person): User => ({
  id: person.id,
  is_bot: false,
  first_name: person.firstName,
  ...(person.lastName && { last_name: person.lastName }),
  ...(person.username && { username: person.username }),
  ...(person.languageCode && { language_code: person.languageCode }),
});

/** @throws RangeError for an id that nobody has: a bug, callers look peers up before */
export function userOf(world: World, id: PeerId): User {
  const person = world.state.people.get(id);
  if (person) return asUser(person);
  const bot = world.state.bots.get(id);
  if (bot) return asBotUser(bot);
  throw new RangeError(`nobody has the id ${id}`);
}

export const me = (bot: Bot): UserFromGetMe => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.name,
  username: bot.username,
  can_join_groups: true,
  can_read_all_group_messages: bot.readsGroups,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: bot.miniApps.has(""),
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});
