import type { PersonRow } from "#drizzle/seed/tashkent";
import type { Caller } from "#sim/telegram/client/caller";
import { CITY_CUSTOMERS, CITY_STAFF } from "./cast";

/** Gives everybody of the city a phone in the local Telegram; whoever has one keeps it. */
export async function furnishCity(call: Caller): Promise<void> {
  const everybody: readonly Omit<PersonRow, "vehicle">[] = [...CITY_STAFF, ...CITY_CUSTOMERS];
  for (const { telegramId: id, firstName, lastName, phone, language: languageCode, roles } of everybody)
    await call("createPerson", { id, firstName, lastName, phone, languageCode, label: roles[0], group: "City" });
}
