import { askQuote } from "#api/modules/orders/ask-quote";
import type { Person } from "#api/platform/actor";
import { issueAccessToken } from "#api/platform/auth/access-token";
import { sha256 } from "#api/platform/secrets";
import type { NewOrder } from "#shared/contracts/order";
import { QuoteRequest } from "#shared/contracts/quote";
import type { Id } from "#shared/kernel/ids";
import type { Stage } from "./stage";

/** Somebody who can order: in this process as an actor, over HTTP with a token. */
export type Customer = { person: Person; token: string };

/** Signed-in customers with names, phones and sessions of their own. */
export async function invent(stage: Stage, count: number): Promise<Customer[]> {
  const { owner, deps, seeded, config } = stage;
  const { organisationId } = seeded;
  const botId = seeded.bots.customer!;
  const rows = Array.from({ length: count }, (_, i) => ({
    id: deps.newId(),
    sessionId: deps.newId(),
    telegramId: 50_000 + i,
  }));
  await owner.begin(async (sql) => {
    await sql`insert into accounts (id, telegram_id, language, created_at)
      select id, telegram_id, 'en', now() from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, telegramId }) => ({ id, telegram_id: telegramId })))}::jsonb)
        as r(id uuid, telegram_id bigint)`;
    await sql`insert into profiles (organisation_id, account_id, first_name, phone, updated_at)
      select ${organisationId}, id, 'Guest', '+998000' || telegram_id, now() from accounts where telegram_id >= 50000 and telegram_id < 60000`;
    for (const { id, sessionId } of rows)
      await sql`insert into sessions (organisation_id, id, account_id, bot_id, init_data_hash, created_at)
        values (${organisationId}, ${sessionId}, ${id}, ${botId}, ${sha256(sessionId)}, now())`;
  });
  return Promise.all(
    rows.map(async ({ id: accountId, sessionId }) => ({
      person: {
        accountId,
        organisationId,
        botId,
        sessionId,
        roles: ["customer" as const],
        branches: "all" as const,
        branchesOf: {},
        courierId: null,
      },
      token: await issueAccessToken(config, { accountId, organisationId, botId, sessionId }, deps.clock.realNow()),
    })),
  );
}

/** How many dishes of each branch are counted; every order takes one of them and one that is not. */
const COUNTED = 6;

/** Orders as customers send them, already quoted: each with a counted dish and another, to a door in the inner zone. */
export async function wishes(stage: Stage, { person }: Customer): Promise<NewOrder[]> {
  const { owner, seeded, deps } = stage;
  const made: NewOrder[] = [];
  for (const branchId of Object.values(seeded.branches)) {
    const dishes = await owner<{ id: Id }[]>`
      select i.id from items i join branches b on b.brand_id = i.brand_id
      where b.id = ${branchId} and not exists (
        select 1 from modifier_groups g where g.item_id = i.id and g.min_choices > 0)
      order by i.price_minor desc limit ${2 * COUNTED}`;
    const counted = dishes.slice(0, Math.floor(dishes.length / 2));
    const [place] = await owner<{ lat: number; lng: number }[]>`select lat, lng from branches where id = ${branchId}`;
    for (const [i, dish] of counted.entries()) {
      await owner`
        insert into branch_items (organisation_id, branch_id, item_id, available, stock, updated_at)
        values (${seeded.organisationId}, ${branchId}, ${dish.id}, true, 1000000000, now())
        on conflict (organisation_id, branch_id, item_id) do update set available = true, stock = 1000000000`;
      const other = dishes[counted.length + i]!;
      const dropoff = {
        lat: place!.lat + 0.005,
        lng: place!.lng + 0.005,
        text: "Navoi street 12",
        landmark: "blue gate",
      };
      const lines = [dish, other].map(({ id }) => ({ itemId: id, quantity: 3 }));
      await owner`update branch_items set available = true, stock = null where branch_id = ${branchId} and item_id = ${other.id}`;
      const request = QuoteRequest.parse({ branchId, dropoff, lines });
      const { fingerprint } = await askQuote(deps, person, request);
      made.push({ ...request, dropoff, fingerprint });
    }
  }
  return made;
}
