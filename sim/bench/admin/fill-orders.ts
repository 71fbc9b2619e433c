import type { Sql } from "postgres";
import type { Id } from "#shared/kernel/ids";

/** Rows of one statement. */
const AT_ONCE = 100_000;

type Where = { organisationId: Id; botId: Id; accountId: Id; days: number };

/**
 * Orders of the last `days` days, spread over branches, states and totals as a city's are, each with somebody's name and
 * phone: 5,000 first names and 20,000 family names, common ones more often.
 */
export async function fillOrders(owner: Sql, count: number, { organisationId, botId, accountId, days }: Where) {
  const sql = await owner.reserve();
  await sql`set session_replication_role = replica`; // what is made up here refers to what is there
  for (let from = 0; from < count; from += AT_ONCE) {
    const until = Math.min(from + AT_ONCE, count);
    await sql`
      with fresh as (
        select n, uuidv7(-(n::float8 / ${count}) * make_interval(days => ${days})) as id, b.id as branch_id, b.currency,
          now() - (n::float8 / ${count}) * make_interval(days => ${days}) as placed_at,
          2000000 + (hashint8(n) & 8191) * 1000 as total,
          (array['delivered','delivered','delivered','delivered','delivered','delivered','delivered','delivered',
            'cancelled','rejected','failed','returned'])[1 + (hashint8(n * 7) & 2147483647) % 12]::order_status as status
        from generate_series(${from}::bigint, ${until - 1}::bigint) n
        join lateral (select id, currency from branches where organisation_id = ${organisationId}
          order by id offset n % 3 limit 1) b on true
      ), made as (
        insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at, version,
          fulfilment, payment_method, currency, subtotal_minor, fee_minor, total_minor, placed_at, promised_at, closed_at)
        select ${organisationId}, id, upper(translate(substr(md5(n::text), 1, 5), '0123456789aeiou', 'BCDFGHJKLMNPQRS')),
          branch_id, ${accountId}, ${botId}, status, placed_at, 5, 'delivery',
          (case when n % 3 = 0 then 'invoice' else 'cash' end)::payment_method, currency, total, 0, total, placed_at,
          placed_at + interval '45 minutes', placed_at + make_interval(mins => 20 + (n % 40)::int)
        from fresh returning 1
      )
      insert into order_contacts (organisation_id, order_id, name, phone)
      select ${organisationId}, f.id,
        'Name' || floor(5000 * power(((hashint8(f.n * 3) & 2147483647) % 10000) / 10000.0, 2))::int
          || ' Family' || floor(20000 * power(((hashint8(f.n * 5) & 2147483647) % 10000) / 10000.0, 2))::int,
        '+9989' || lpad(((f.n * 7919) % 100000000)::text, 8, '0')
      from fresh f`;
  }
  await sql`vacuum analyze orders`;
  await sql`vacuum analyze order_contacts`;
  await sql`set session_replication_role = origin`;
  sql.release();
}
