import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE, type BotKind } from "#shared/kernel/role";
import type { TelegramClient } from "#sim/telegram/client";
import type { Cast } from "../cast";
import { createSeenLog, type SeenLog } from "./seen-log";

const GREETED_WITHIN_MS = 180_000;

const botOf = (kind: BotKind) => LOCAL_BOTS.find((bot) => bot.kind === kind)!;

/** The bots of the seed, as if @BotFather had made them. */
export async function registerBots({ call }: TelegramClient): Promise<void> {
  for (const { username, token, kind } of LOCAL_BOTS)
    await call("createBot", { username, token, name: `Peyk ${kind}` });
}

/** Everybody of the cast gets a phone, presses Start and is greeted. What their phones show from then on is kept. */
export async function takePhones(client: TelegramClient, cast: Cast): Promise<SeenLog> {
  const log = createSeenLog();
  const staff = PEOPLE.filter(({ roles: [role] }) => role && BOT_OF_ROLE[role] === "staff");
  const owners: { telegramId: number; firstName: string; kind: BotKind }[] = [
    ...cast.customers.map(({ telegramId }) => ({ telegramId, firstName: "Extra", kind: "customer" as const })),
    ...cast.couriers.map(({ telegramId }) => ({ telegramId, firstName: "Extra", kind: "courier" as const })),
    ...staff.map(({ telegramId, firstName }) => ({ telegramId, firstName, kind: "staff" as const })),
  ];
  await Promise.all(
    owners.map(async ({ telegramId: id, firstName, kind }) => {
      const phone = await client.person({ id, firstName, languageCode: "en" });
      phone.onEvent((event) => log.hear(id, event, Date.now()));
      const chat = await phone.open(botOf(kind).username);
      await chat.start();
      await chat.sees((message) => !message.mine, { within: GREETED_WITHIN_MS });
    }),
  );
  return log;
}
