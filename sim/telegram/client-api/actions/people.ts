import { z } from "zod";
import { createBot, createPerson } from "../../world/peers";
import type { Bot, Person } from "../../world/state";
import { action, ClientError, personOf } from "../action";
import type { Touch } from "../touches";

const Name = z.string().min(1).max(64);
const NewPerson = z.object({
  /** Of somebody whom a seed knows already; a fresh one when left out. */
  id: z.int().positive().optional(),
  firstName: Name,
  lastName: Name.optional(),
  username: z
    .string()
    .regex(/^[a-z]\w{3,31}$/i)
    .optional(),
  languageCode: z.string().min(2).max(8).optional(),
  label: z.string().max(40).optional(),
  group: z.string().max(40).optional(),
  phone: z
    .string()
    .regex(/^\+\d{7,15}$/)
    .optional(),
});
const NewBot = z.object({
  username: z.string().regex(/^[a-z]\w{2,30}$/i),
  name: Name,
  token: z
    .string()
    .regex(/^\d+:[\w-]+$/)
    .optional(),
  readsGroups: z.boolean().optional(),
  description: z.string().optional(),
});
const Nothing = z.object({});

export type BotCard = { id: number; username: string; name: string; about: string; miniApps: string[] };
const cardOf = (bot: Bot): BotCard => ({
  id: bot.id,
  username: bot.username,
  name: bot.name,
  about: bot.description,
  miniApps: [...bot.miniApps.keys()],
});

export const people = {
  createPerson: action(NewPerson, ({ world }, fresh): Person => createPerson(world, fresh)),
  /** Whose phone was used by any hand but this one, and when last: a simulation keeps its own hands off those. */
  touched: action(z.object({ notBy: z.string() }), ({ touches }, { notBy }): Touch[] => touches.notBy(notBy)),
  people: action(Nothing, ({ world }): Person[] => [...world.state.people.values()]),
  changePerson: action(
    z.object({ person: z.number(), ...NewPerson.omit({ id: true }).partial().shape }),
    ({ world }, { person: id, ...change }): Person => Object.assign(personOf(world, id), change),
  ),

  /** Like a talk with BotFather; a username that exists gives that bot. */
  createBot: action(NewBot, ({ world }, fresh): BotCard & { token: string } => {
    const bot = createBot(world, fresh);
    return { ...cardOf(bot), token: bot.token };
  }),
  bots: action(Nothing, ({ world }): BotCard[] => [...world.state.bots.values()].map(cardOf)),
  /** Register a mini-app for direct links (`t.me/<bot>/<name>`); "" is the bot's main one. */
  setMiniApp: action(
    z.object({ bot: z.number(), name: z.string(), url: z.url() }),
    ({ world }, { bot: id, name, url }): true => {
      const bot = world.state.bots.get(id);
      if (!bot) throw new ClientError(`there is no bot ${id}`);
      bot.miniApps.set(name, url);
      return true;
    },
  ),
};
