import { PEOPLE } from "#drizzle/seed/tashkent";

export type Places = {
  /** The page with the phones, without its hash. */
  phonesUrl: string;
  token: string;
  apiUrl: string;
  bots: Record<string, { id: string; username: string }>;
};

const idOf = (key: string): number => PEOPLE.find((person) => person.key === key)!.telegramId;

/** Whose phones lie side by side when the page is first opened: an order passes from one to the next. */
export const PHONES_AT_FIRST = ["customer", "kitchen", "courier1", "dispatcher"] as const;

/** Phones of these people, by their keys in the seed. */
export function phonesOf({ phonesUrl, token }: Places, ...keys: string[]): string {
  return `${phonesUrl}/#${new URLSearchParams({ token, people: keys.map(idOf).join(","), chats: "open" })}`;
}

/** One phone with a mini-app open: only there does Telegram say who opened it. */
export function miniappOf(
  { phonesUrl, token, apiUrl, bots }: Places,
  app: string,
  [kind, key]: [string, string],
): string {
  const bot = bots[kind];
  if (!bot) return phonesUrl;
  const open = `${apiUrl}/app/${app}/?${new URLSearchParams({ bot: bot.id })}`;
  return `${phonesUrl}/#${new URLSearchParams({ token, people: String(idOf(key)), bot: bot.username, open })}`;
}

export type Doors = ReturnType<typeof doorsOf>;

/** Every address that the page leads to. */
export const doorsOf = (places: Places) => ({
  phones: phonesOf(places, ...PHONES_AT_FIRST),
  customer: phonesOf(places, "customer"),
  kitchen: phonesOf(places, "kitchen"),
  courier: phonesOf(places, "courier1"),
  both: phonesOf(places, "courier1", "customer"),
  board: miniappOf(places, "dispatch", ["staff", "dispatcher"]),
  courierApp: miniappOf(places, "courier", ["courier", "courier1"]),
  admin: miniappOf(places, "admin", ["staff", "manager"]),
  api: `${places.apiUrl}/openapi`,
});
