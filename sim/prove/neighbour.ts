import type { Seeded } from "#drizzle/seed";
import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { seedDatabase } from "#sim/testing/seed-database";
import type { Caller, World } from "#sim/testing/world";

const SHIFT = 500_000;

export type Neighbour = { seeded: Seeded; people: Record<string, Caller> };

/** Another business in the same database, with people in every role of its own. */
export async function seedNeighbour(world: World): Promise<Neighbour> {
  const { deps, ownerUrl } = world;
  const seeded = await seedDatabase(ownerUrl, {
    newId: deps.newId,
    at: deps.clock.now(),
    encrypt: deps.secrets.encrypt,
    bots: LOCAL_BOTS.map((bot) => ({ ...bot, telegramId: bot.telegramId + SHIFT, username: `${bot.username}_2` })),
    telegramIdShift: SHIFT,
  });
  const people = PEOPLE.map(({ key, roles, telegramId }) => {
    const headers = {
      authorization: `Bearer ${deps.config.SERVICE_TOKEN}`,
      "x-bot-id": seeded.bots[BOT_OF_ROLE[roles[0]!]]!,
      "x-telegram-id": String(telegramId + SHIFT),
    };
    return [key, world.caller(headers)] as const;
  });
  return { seeded, people: Object.fromEntries([...people, ["nobody", world.caller()]]) };
}
