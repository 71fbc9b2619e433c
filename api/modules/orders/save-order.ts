import type { TransactionSql } from "postgres";
import type { Quote } from "#api/domain/quote/quote-types";
import type { Deps } from "#api/platform/deps";
import type { Dropoff, NewOrder } from "#shared/contracts/order";
import type { OrderRow } from "./order-row";

/** Who it is for, as the profile says. */
export type Profile = { name: string | null; phone: string | null };

/**
 * Writes a new order with everything that belongs to it. Statements by hand, sent in one go: this is the busiest write
 * of the house, and each of them is parsed once per connection.
 */
export async function saveOrder(
  sql: TransactionSql,
  deps: Pick<Deps, "newId">,
  order: OrderRow,
  parts: { quote: Quote; input: NewOrder; profile: Profile },
): Promise<void> {
  await Promise.all([
    insertOrder(sql, order),
    insertContact(sql, order, parts.input, parts.profile),
    insertLines(sql, deps, order, parts.quote),
    insertBeginning(sql, deps, order),
  ]);
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

const insertOrder = (sql: TransactionSql, order: OrderRow) => sql`
  insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at, version, fulfilment,
    zone_id, payment_method, currency, subtotal_minor, fee_minor, total_minor, cash_given_minor, distance_metres,
    placed_at, scheduled_for, release_at, promised_at, ready_at, invoice_expires_at)
  values (${order.organisationId}, ${order.id}, ${order.code}, ${order.branchId}, ${order.accountId}, ${order.botId},
    ${order.status}, ${text(order.statusAt)}, ${order.version}, ${order.fulfilment}, ${order.zoneId},
    ${order.paymentMethod}, ${order.currency}, ${order.subtotalMinor}, ${order.feeMinor}, ${order.totalMinor},
    ${order.cashGivenMinor}, ${order.distanceMetres}, ${text(order.placedAt)}, ${text(order.scheduledFor)},
    ${text(order.releaseAt)}, ${text(order.promisedAt)}, ${text(order.readyAt)}, ${text(order.invoiceExpiresAt)})`;

/** Names, doors and phones apart from the order, so that they can be erased while the order stays in the books. */
function insertContact(sql: TransactionSql, order: OrderRow, input: NewOrder, profile: Profile) {
  const door: Partial<Dropoff> = (order.fulfilment === "delivery" && input.dropoff) || {};
  return sql`
    insert into order_contacts (organisation_id, order_id, name, phone, lat, lng, address_text, landmark,
      voice_media_id, note)
    values (${order.organisationId}, ${order.id}, ${input.name ?? profile.name}, ${input.phone ?? profile.phone},
      ${door.lat ?? null}, ${door.lng ?? null}, ${door.text ?? null}, ${door.landmark ?? null},
      ${door.voiceMediaId ?? null}, ${input.note ?? null})`;
}

function insertLines(sql: TransactionSql, { newId }: Pick<Deps, "newId">, order: OrderRow, { lines }: Quote) {
  const rows = lines.map(({ itemId, name, modifiers, unitMinor, quantity }) => ({
    id: newId(),
    item_id: itemId,
    name,
    modifiers,
    unit_minor: unitMinor,
    quantity,
  }));
  return sql`
    insert into order_lines (organisation_id, id, order_id, item_id, position, name, modifiers, unit_minor, quantity,
      total_minor)
    select ${order.organisationId}, l.id, ${order.id}, l.item_id, l.position, l.name, l.modifiers, l.unit_minor,
      l.quantity, l.unit_minor * l.quantity
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (id uuid, item_id uuid, name jsonb, modifiers jsonb, unit_minor bigint, quantity integer))
      with ordinality as l(id, item_id, name, modifiers, unit_minor, quantity, position)`;
}

const insertBeginning = (sql: TransactionSql, { newId }: Pick<Deps, "newId">, order: OrderRow) => sql`
  insert into timeline (organisation_id, id, order_id, action, to_status, done_by, account_id, at)
  values (${order.organisationId}, ${newId()}, ${order.id}, 'place', ${order.status}, 'customer', ${order.accountId},
    ${text(order.placedAt)})`;
