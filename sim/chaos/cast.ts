import postgres from "postgres";
import { BRANCHES } from "#drizzle/seed/tashkent";
import type { ChaosStack } from "./chaos-stack";
import { type ChaosCaller, callerFor } from "./persist";

export type Extra = { telegramId: number; call: ChaosCaller };
/** Everybody who acts in a run. */
export type Cast = {
  customers: Extra[];
  couriers: Extra[];
  kitchen: Extra;
  dispatcher: Extra;
  branches: { id: string; lat: number; lng: number; items: { id: string; modifierIds: string[] }[] }[];
};

const CUSTOMERS = 150;
/** Few enough to be dispatched at once; a larger fleet waits for its round. */
const COURIERS = 38;

/** Enough people for a rush, made directly in the database: how one becomes a customer is not what is tested here. */
export async function gatherCast(stack: ChaosStack): Promise<Cast> {
  const sql = postgres(stack.ownerUrl, { max: 1, onnotice: () => {} });
  const { organisationId, regionId, bots } = stack.seeded;
  const as = (kind: string, telegramId: number): Extra => ({
    telegramId,
    call: callerFor(stack.apiUrl, {
      authorization: `Bearer ${stack.serviceToken}`,
      "x-bot-id": bots[kind]!,
      "x-telegram-id": String(telegramId),
    }),
  });
  await sql`
    with people as (
      insert into accounts (id, telegram_id, language, created_at)
      select gen_random_uuid(), 8000000 + n, 'en', now() from generate_series(1, ${CUSTOMERS + COURIERS}) n
      returning id, telegram_id
    ), named as (
      insert into profiles (organisation_id, account_id, first_name, phone, updated_at)
      select ${organisationId}, id, 'Extra', '+99800' || (telegram_id - 1000000), now() from people
    ), chats as (
      insert into bot_chats (organisation_id, bot_id, account_id, started_at)
      select ${organisationId}, (case when telegram_id > ${8_000_000 + CUSTOMERS} then ${bots.courier!} else ${bots.customer!} end)::uuid,
        id, now() from people
    ), members as (
      insert into memberships (organisation_id, id, account_id, role, status, created_at, status_at)
      select ${organisationId}, gen_random_uuid(), id, 'courier', 'active', now(), now()
      from people where telegram_id > ${8_000_000 + CUSTOMERS}
    )
    insert into couriers (organisation_id, id, account_id, region_id, vehicle, capacity, status, state, state_at, rating_sum,
      rating_count, offers_decided, offers_accepted, currency, daily_guarantee_minor, cash_limit_minor, created_at)
    select ${organisationId}, gen_random_uuid(), id, ${regionId}, 'motorcycle', 5, 'active', 'offline', now(), 0, 0, 0, 0,
      'UZS', 0, 1000000000000, now() from people where telegram_id > ${8_000_000 + CUSTOMERS}`;
  const rows = await sql<{ branch: string; item: string }[]>`
    select b.id as branch, i.id as item from branches b join items i on i.brand_id = b.brand_id
    where not exists (select from modifier_groups g where g.item_id = i.id and g.min_choices > 0)
    order by i.position`;
  await sql.end();

  const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => 8_000_001 + from + n);
  return {
    customers: range(0, CUSTOMERS).map((id) => as("customer", id)),
    couriers: range(CUSTOMERS, COURIERS).map((id) => as("courier", id)),
    kitchen: as("staff", 9_000_004),
    dispatcher: as("staff", 9_000_003),
    branches: BRANCHES.map(({ key, point }) => {
      const id = stack.seeded.branches[key]!;
      const items = rows.filter((row) => row.branch === id).map((row) => ({ id: row.item, modifierIds: [] }));
      return { id, ...point, items };
    }),
  };
}
