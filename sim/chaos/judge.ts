import postgres from "postgres";
import type { Heard } from "./heard";
import type { Journal } from "./journal";

export type Verdict = {
  acknowledged: number;
  /** Orders that a customer was told of and that are not there. */
  missing: number;
  /** Orders that are there twice for one wish, and deliveries that two couriers were told they handed over. */
  doubled: number;
  lostNotifications: number;
  repeats: number;
  /** What nobody was told on purpose: a kitchen's card of an order that was over first, in all its versions. */
  skipped: number;
  /** Everything else that must never be, in words. */
  violations: string[];
};

/** Statuses after which nobody rings for an order any more. */
export const ENDED = ["delivered", "rejected", "cancelled", "expired", "failed", "returned"];

/** Holds what the clients were told against what is there and against what was seen in the chats. */
export async function judge(ownerUrl: string, journal: Journal, heard: Heard): Promise<Verdict> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const told = [...journal.attempts.values()].flatMap(({ orderId }) => orderId ?? []);
    return {
      acknowledged: told.length,
      missing: await missing(sql, told),
      doubled: (await doubledOrders(sql)) + (await doubledDeliveries(sql)),
      lostNotifications: heard.lost.length,
      repeats: heard.repeats,
      skipped: await skipped(sql),
      violations: [
        ...(await violations(sql)),
        ...contradictions(journal),
        ...heard.lost.slice(0, 5).map((what) => `unheard: ${what}`),
      ],
    };
  } finally {
    await sql.end();
  }
}

async function missing(sql: postgres.Sql, told: string[]): Promise<number> {
  const rows = await sql`select id from orders where id in ${sql(told.length > 0 ? told : [""])}`;
  return new Set(told).size - rows.length;
}

/** Every wish carries its key in the note of its order. */
async function doubledOrders(sql: postgres.Sql): Promise<number> {
  const rows = await sql`select note from order_contacts group by note having count(*) > 1`;
  return rows.length;
}

async function doubledDeliveries(sql: postgres.Sql): Promise<number> {
  const rows = await sql`
    select delivery_id from timeline where action in ('hand_over') and delivery_id is not null
    group by delivery_id having count(*) > 1`;
  return rows.length;
}

async function skipped(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<[{ n: number }]>`select count(*)::int as n from notifications where state = 'skipped'`;
  return row.n;
}

/** Each of these finds rows that must not exist. */
async function violations(sql: postgres.Sql): Promise<string[]> {
  const checks: Record<string, postgres.PendingQuery<postgres.Row[]>> = {
    "an order has two live deliveries": sql`
      select order_id from deliveries where status not in ('cancelled', 'failed') group by order_id having count(*) > 1`,
    "a trip has two winners": sql`
      select trip_id from offers where status = 'accepted' group by trip_id having count(*) > 1`,
    "a courier has two exclusive offers": sql`
      select courier_id from offers where status = 'live' and mode = 'exclusive' group by courier_id having count(*) > 1`,
    "an offer never ended": sql`select id from offers where status = 'live'`,
    "an alert never ended": sql`select id from alerts where state = 'ringing'`,
    "a notification is dead": sql`select id from notifications where state = 'dead'`,
    "a notification was skipped that somebody had to hear": sql`
      select n.id from notifications n left join orders o on o.id = n.subject_id left join offers f on f.id = n.subject_id
      where n.state = 'skipped' and (
        case n.kind when 'order.board_card' then coalesce(o.status, 'placed') not in ('delivered', 'rejected', 'cancelled', 'expired', 'returned')
          when 'offer.made' then coalesce(f.status, 'live') = 'live'
          when 'offer.closed' then coalesce(f.status, 'live') in ('live', 'accepted')
          else true end
        or exists (select from cards c where c.subject_id = n.subject_id and c.recipient_id = n.recipient_id
          and c.kind = case n.kind when 'offer.closed' then 'offer.made' else n.kind end))`,
    "a delivered order has no delivered delivery": sql`
      select o.id from orders o where o.status = 'delivered' and o.fulfilment = 'delivery' and not exists (
        select from deliveries d where d.order_id = o.id and d.status = 'delivered')`,
    "a closed order has an open delivery": sql`
      select d.id from deliveries d join orders o on o.id = d.order_id where o.closed_at is not null and d.closed_at is null`,
    "stock does not add up": sql`
      select b.item_id from branch_items b where b.stock is not null and b.stock <> (
        select coalesce(sum(l.delta), 0) from stock_log l where l.item_id = b.item_id and l.branch_id = b.branch_id)`,
    "stock was sold that no order has": sql`
      select l.item_id from stock_log l where l.reason in ('sold', 'given_back') group by l.branch_id, l.item_id
      having -sum(l.delta) <> (
        select coalesce(sum(ol.quantity), 0) from order_lines ol join orders o on o.id = ol.order_id
        where ol.item_id = l.item_id and o.branch_id = l.branch_id and o.status not in ('rejected', 'cancelled', 'expired'))`,
    "a movement of money does not balance": sql`
      select movement_id from money_entries group by movement_id having sum(amount_minor) <> 0`,
    "a delivered cash order is not paid": sql`
      select o.id from orders o where o.status = 'delivered' and not exists (
        select from money_movements m where m.order_id = o.id and m.kind = 'cash_payment')`,
  };
  const found: string[] = [];
  for (const [what, query] of Object.entries(checks)) {
    const rows = await query;
    if (rows.length > 0) found.push(`${what} (${rows.length})`);
  }
  return found;
}

/** What two people were told about the same thing. */
function contradictions({ accepted, handedOver }: Journal): string[] {
  const carriers = new Map<string, Set<number>>();
  for (const { courier, deliveryIds } of accepted.values())
    for (const id of deliveryIds) carriers.set(id, (carriers.get(id) ?? new Set()).add(courier));
  const wrong = [...handedOver].filter(([id, courier]) => carriers.has(id) && !carriers.get(id)?.has(courier));
  return wrong.map(([id]) => `delivery ${id} was handed over by a courier who never took it`);
}
