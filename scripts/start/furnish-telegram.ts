import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { createCaller } from "#sim/telegram/client/caller";

const NAMES = { customer: "Peyk", courier: "Peyk Courier", staff: "Peyk Staff" } as const;

/** The bots and people of the example business, in the local Telegram; those that are there already stay as they are. */
export async function furnishTelegram(url: string, token: string): Promise<void> {
  const call = createCaller({ url, token });
  for (const { kind, username, token } of LOCAL_BOTS)
    await call("createBot", { username, token, name: NAMES[kind], readsGroups: kind === "staff" });
  for (const { telegramId, firstName, lastName, phone, language, roles } of PEOPLE)
    await call("createPerson", { id: telegramId, firstName, lastName, phone, languageCode: language, label: roles[0] });
}
