import type { TransactionSql } from "postgres";
import type { Holiday, WeeklyHours } from "#api/domain/hours/opening-hours";
import type { QuoteBranch, QuoteItem, QuoteModifierGroup, QuoteZone } from "#api/domain/quote/quote-types";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";

/** Text as Postgres writes a moment, or null. */
type Moment = string | null;

type BranchRecord = {
  id: Id;
  region_id: Id;
  lat: number;
  lng: number;
  currency: Currency;
  timezone: string;
  paused_until: Moment;
  preparation_minutes: number;
  extra_promise_minutes: number;
  extra_promise_until: Moment;
  takes_cash: boolean;
  takes_invoice: boolean;
  offers_pickup: boolean;
  hours: WeeklyHours[];
  holidays: Holiday[];
  zones: (Omit<QuoteZone, "pausedUntil"> & { pausedUntil: Moment })[];
};

type ItemRecord = {
  id: Id;
  name: LocalText;
  price_minor: number;
  available: boolean;
  stock: number | null;
  groups: QuoteModifierGroup[];
};

const moment = (text: Moment): Date | null => (text === null ? null : new Date(text));

/** @throws Refusal `branch.not_found` */
export async function readQuoteBranch(sql: TransactionSql, organisationId: Id, branchId: Id): Promise<QuoteBranch> {
  const [branch] = await readQuoteBranches(sql, organisationId, [branchId]);
  if (!branch) throw new Refusal("branch.not_found");
  return branch;
}

/**
 * All that a quote needs to know of branches, in one statement: with every order it is read anew, because a price from
 * a cache would be a price that is not true. Archived ones are left out.
 */
export async function readQuoteBranches(
  sql: TransactionSql,
  organisationId: Id,
  branchIds: readonly Id[],
): Promise<QuoteBranch[]> {
  const rows = await sql<BranchRecord[]>`
    select b.id, b.region_id, b.lat, b.lng, b.currency, b.timezone, b.paused_until, b.preparation_minutes,
      b.extra_promise_minutes, b.extra_promise_until, b.takes_cash, b.takes_invoice, b.offers_pickup,
      coalesce((select json_agg(json_build_object('weekday', h.weekday,
          'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute))
        from branch_hours h where h.organisation_id = b.organisation_id and h.branch_id = b.id), '[]') as hours,
      coalesce((select json_agg(json_build_object('day', d.day,
          'opensMinute', d.opens_minute, 'closesMinute', d.closes_minute))
        from branch_holidays d where d.organisation_id = b.organisation_id and d.branch_id = b.id), '[]') as holidays,
      coalesce((select json_agg(json_build_object('id', z.id, 'polygon', z.polygon, 'feeRule', z.fee_rule,
          'minimumMinor', z.minimum_minor, 'promisedMinutes', z.promised_minutes, 'pausedUntil', z.paused_until))
        from zones z where z.organisation_id = b.organisation_id and z.branch_id = b.id
          and z.archived_at is null), '[]') as zones
    from branches b
    where b.organisation_id = ${organisationId} and b.id = any(${branchIds as Id[]}::uuid[])
      and b.archived_at is null`;
  return rows.map(quoteBranchOf);
}

function quoteBranchOf(row: BranchRecord): QuoteBranch {
  return {
    id: row.id,
    regionId: row.region_id,
    point: { lat: row.lat, lng: row.lng },
    currency: row.currency,
    schedule: { timezone: row.timezone, hours: row.hours, holidays: row.holidays },
    pausedUntil: moment(row.paused_until),
    preparationMinutes: row.preparation_minutes,
    extraPromiseMinutes: row.extra_promise_minutes,
    extraPromiseUntil: moment(row.extra_promise_until),
    takesCash: row.takes_cash,
    takesInvoice: row.takes_invoice,
    offersPickup: row.offers_pickup,
    zones: row.zones.map((zone) => ({ ...zone, pausedUntil: moment(zone.pausedUntil) })),
  };
}

/** These items as the branch sells them now; those of another brand, and archived ones, are left out. */
export async function readQuoteItems(
  sql: TransactionSql,
  organisationId: Id,
  branchId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, QuoteItem>> {
  const rows = await sql<ItemRecord[]>`
    select i.id, i.name, i.price_minor::float8, coalesce(s.available, true) as available, s.stock,
      coalesce((select json_agg(json_build_object('id', g.id, 'minChoices', g.min_choices, 'maxChoices', g.max_choices,
          'modifiers', coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name,
              'priceDeltaMinor', m.price_delta_minor, 'available', m.available) order by m.position)
            from modifiers m where m.organisation_id = g.organisation_id and m.group_id = g.id
              and m.archived_at is null), '[]')) order by g.position)
        from modifier_groups g where g.organisation_id = i.organisation_id and g.item_id = i.id
          and g.archived_at is null), '[]') as groups
    from branches b
    join items i on i.organisation_id = b.organisation_id and i.brand_id = b.brand_id
    left join branch_items s on s.organisation_id = i.organisation_id and s.branch_id = b.id and s.item_id = i.id
    where b.organisation_id = ${organisationId} and b.id = ${branchId}
      and i.id = any(${itemIds as Id[]}::uuid[]) and i.archived_at is null`;
  return new Map(rows.map(({ price_minor: priceMinor, ...row }) => [row.id, { ...row, priceMinor }]));
}
