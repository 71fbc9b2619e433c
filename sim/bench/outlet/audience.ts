import { placeOrder } from "#api/modules/orders/place-order";
import type { Person } from "#api/platform/actor";
import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import type { NewOrder } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import type { TelegramClient } from "#sim/telegram/client";
import { invent, wishes } from "../orders/customers";
import type { Stage } from "../orders/stage";

export type BenchBot = { id: Id; token: string; kind: "customer" | "staff" };
export type BenchOrder = { id: Id; botId: Id };
export type Audience = {
  bots: BenchBot[];
  staff: BenchBot;
  orders: BenchOrder[];
  customers: Person[];
  wanted: NewOrder[];
};

/** Customers who have started one of `botCount` customer bots each, with an order in the kitchen; and the staff. */
export async function gather(
  stage: Stage,
  client: TelegramClient,
  botCount: number,
  orderCount: number,
): Promise<Audience> {
  const bots = await customerBots(stage, client, botCount);
  const people = (await invent(stage, orderCount)).map(({ person }, i) => ({
    ...person,
    botId: bots[i % botCount]!.id,
  }));
  const wanted = await wishes(stage, { person: people[0]!, token: "" });
  const telegramIds = await stage.owner<{ id: Id; telegram_id: string }[]>`select id, telegram_id from accounts`;
  const idOf = new Map(telegramIds.map((row) => [row.id, Number(row.telegram_id)]));
  const botOf = new Map(bots.map((bot) => [bot.id, Number(bot.token.split(":")[0])]));
  const orders: BenchOrder[] = [];
  for (const [i, person] of people.entries()) {
    // The first bot knows everybody, for the time when it has to do it all.
    for (const botId of new Set([person.botId, bots[0]!.id]))
      await meet(client, idOf.get(person.accountId)!, botOf.get(botId)!);
    const order = await placeOrder(stage.deps, person, wanted[i % wanted.length]!, `bench-order-${i}`);
    orders.push({ id: order.id, botId: person.botId });
  }
  const staff = await staffBot(stage, client);
  await stage.owner`delete from notifications`;
  await stage.owner`delete from cards`;
  await stage.owner`update alerts set state = 'resolved', ring_again_at = null`;
  return { bots, staff, orders, customers: people, wanted };
}

async function meet(client: TelegramClient, id: number, chat: number): Promise<void> {
  await client.call("createPerson", { id, firstName: "Guest" });
  await client.call("start", { person: id, chat });
}

async function customerBots(
  { owner, deps, seeded }: Stage,
  client: TelegramClient,
  count: number,
): Promise<BenchBot[]> {
  const { organisationId } = seeded;
  const bots: BenchBot[] = [];
  for (let i = 0; i < count; i += 1) {
    const telegramId = 7_000_100 + i;
    const bot = {
      id: deps.newId(),
      token: `${telegramId}:bench-customer-bot-token-0000000000`,
      kind: "customer" as const,
    };
    const sealed = deps.secrets.encrypt(bot.token);
    await owner`insert into bots (organisation_id, id, kind, telegram_id, username, token_encrypted, webhook_secret_encrypted, enabled, created_at)
      values (${organisationId}, ${bot.id}, 'customer', ${telegramId}, ${`bench_${i}_bot`}, ${sealed}, ${sealed}, true, now())`;
    await client.call("createBot", { username: `bench_${i}_bot`, name: `Bench ${i}`, token: bot.token });
    bots.push(bot);
  }
  return bots;
}

async function staffBot({ seeded }: Stage, client: TelegramClient): Promise<BenchBot> {
  const { username, token, telegramId } = LOCAL_BOTS.find(({ kind }) => kind === "staff")!;
  await client.call("createBot", { username, name: "Staff", token });
  for (const { telegramId: person, firstName, roles } of PEOPLE) {
    if (BOT_OF_ROLE[roles[0]!] !== "staff") continue;
    await client.call("createPerson", { id: person, firstName });
    await client.call("start", { person, chat: telegramId });
  }
  return { id: seeded.bots.staff!, token, kind: "staff" };
}
