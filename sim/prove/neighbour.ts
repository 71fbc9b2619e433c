import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { initDataFor } from "#sim/testing/init-data";
import { seedDatabase } from "#sim/testing/seed-database";
import type { Caller, World } from "#sim/testing/world";

const SHIFT = 500_000;

/** Another business in the same database: somebody in every role, signed in by their own bots, and somebody who is not. */
export async function signInNeighbours(world: World): Promise<Record<string, Caller>> {
  const { deps, ownerUrl, clock } = world;
  const seeded = await seedDatabase(ownerUrl, {
    newId: deps.newId,
    at: deps.clock.now(),
    encrypt: deps.secrets.encrypt,
    bots: LOCAL_BOTS.map((bot) => ({ ...bot, telegramId: bot.telegramId + SHIFT, username: `${bot.username}_2` })),
    telegramIdShift: SHIFT,
  });
  const people: Record<string, Caller> = { nobody: world.caller() };
  for (const { key, roles, telegramId, firstName } of PEOPLE) {
    const kind = BOT_OF_ROLE[roles[0]!];
    const { token } = LOCAL_BOTS.find((bot) => bot.kind === kind)!;
    const initData = initDataFor(token, { id: telegramId + SHIFT, first_name: firstName }, clock.realNow());
    const reply = await world.caller().post("/auth/telegram", { botId: seeded.bots[kind], initData });
    const { accessToken } = reply.body as { accessToken: string };
    people[key] = world.caller({ authorization: `Bearer ${accessToken}` });
  }
  return people;
}
