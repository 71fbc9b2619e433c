import { LOCAL_BOTS, PEOPLE, type PersonRow } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { type Caller, createCaller } from "#sim/telegram/client/caller";

const NAMES = { customer: "Peyk", courier: "Peyk Courier", staff: "Peyk Staff" } as const;

/**
 * The bots and people of the example business, in the local Telegram; those that are there already stay as they are.
 * Whoever gets a phone has pressed Start in the bot of their trade, as the business believes of them.
 */
export async function furnishTelegram(url: string, token: string): Promise<void> {
  const call = createCaller({ url, token });
  const known = new Set((await call("people", {})).map(({ id }) => id));
  for (const { kind, username, token } of LOCAL_BOTS)
    await call("createBot", { username, token, name: NAMES[kind], readsGroups: kind === "staff" });
  for (const person of PEOPLE.filter(({ telegramId }) => !known.has(telegramId))) await handOut(call, person);
}

async function handOut(call: Caller, person: PersonRow): Promise<void> {
  const { telegramId: id, firstName, lastName, phone, language: languageCode, roles } = person;
  await call("createPerson", { id, firstName, lastName, phone, languageCode, label: roles[0] });
  const bot = LOCAL_BOTS.find(({ kind }) => kind === BOT_OF_ROLE[roles[0]!])!;
  await call("start", { person: id, chat: bot.telegramId });
}
