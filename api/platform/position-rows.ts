import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import type { LoggedPosition } from "./position-log";
import type { PositionBatch } from "./position-text";

/**
 * Appends positions to the history by COPY, which is several times cheaper than INSERT. `known` remembers which
 * partitions exist.
 */
export async function saveHistory(sql: Sql, { text, days }: PositionBatch, known: Set<number>): Promise<void> {
  await ensureDays(sql, days, known);
  // On a connection of its own: on a shared one postgres.js would send other statements into the middle of the COPY.
  await sql.begin(async (tx) => {
    const copy = await tx`
      copy positions (organisation_id, courier_id, at, lat, lng, accuracy_metres, heading_degrees) from stdin`.writable();
    await pipeline(Readable.from([text]), copy);
  });
}

async function ensureDays(sql: Sql, days: ReadonlySet<number>, known: Set<number>): Promise<void> {
  for (const day of days) {
    if (known.has(day)) continue;
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    await sql`select ensure_positions_day(${date}::text::date)`;
    known.add(day);
  }
}

const DAY_MS = 86_400_000;

/**
 * Writes where couriers are into their rows, for the day that Redis is empty, and moves the deadline of their silence.
 * Whoever was reminded of an old position is due at once, so that the reminder and its alert are taken back. Rows that
 * a verb holds are left for the next time.
 */
export async function saveLastPositions(
  sql: Sql,
  positions: readonly LoggedPosition[],
  staleAfterMs: Milliseconds,
): Promise<void> {
  if (positions.length === 0) return;
  const array = (of: (position: LoggedPosition) => string | number) => `{${positions.map(of).join()}}`;
  const ids: Id = array(({ courierId }) => courierId);
  await sql`
    with seen as (
      select * from unnest(${array(({ organisationId }) => organisationId)}::text::uuid[], ${ids}::text::uuid[],
        ${array(({ lat }) => lat)}::text::float8[], ${array(({ lng }) => lng)}::text::float8[],
        ${array(({ atMs }) => atMs)}::text::float8[]) as seen (organisation_id, id, lat, lng, at_ms)
    ), free as (
      select c.organisation_id, c.id, seen.lat, seen.lng, to_timestamp(seen.at_ms / 1000) as at
      from couriers c join seen on c.organisation_id = seen.organisation_id and c.id = seen.id
      where c.state <> 'offline' and (c.last_position_at is null or c.last_position_at < to_timestamp(seen.at_ms / 1000))
      for no key update of c skip locked
    )
    update couriers c set last_lat = free.lat, last_lng = free.lng, last_position_at = free.at,
      stale_at = case when c.nagged_at is null then free.at + ${staleAfterMs} * interval '1 millisecond' else free.at end
    from free where c.organisation_id = free.organisation_id and c.id = free.id`;
}
