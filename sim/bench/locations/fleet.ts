import type { Random } from "#shared/kernel/random";
import type { Stage } from "../orders/stage";

/** A courier who moves: where he was last, and which way he rides. */
export type Rider = { telegramId: number; lat: number; lng: number; headingRadians: number; lastMs: number };

const FIRST_TELEGRAM_ID = 1_000_000_000;
const CITY = { lat: 41.3, lng: 69.26, spreadDegrees: 0.15 };
/** Degrees of latitude that a motorcycle rides in a second: eight metres. */
const DEGREES_PER_SECOND = 7.2e-5;

/** Couriers on shift, rows and all. */
export async function hireFleet({ owner, seeded }: Stage, count: number, random: Random): Promise<Rider[]> {
  await owner.begin(async (sql) => {
    await sql`insert into accounts (id, telegram_id, language, created_at)
      select uuidv7(), ${FIRST_TELEGRAM_ID} + n, 'en', now() from generate_series(0, ${count - 1}::int) n`;
    await sql`insert into couriers (organisation_id, id, account_id, region_id, vehicle, capacity, status, state, state_at,
        rating_sum, rating_count, offers_decided, offers_accepted, currency, daily_guarantee_minor, cash_limit_minor,
        stale_at, created_at)
      select ${seeded.organisationId}, uuidv7(), id, ${seeded.regionId}, 'motorcycle', 3, 'active', 'online', now(),
        0, 0, 0, 0, 'UZS', 0, 0, now() + interval '1 minute', now()
      from accounts where telegram_id >= ${FIRST_TELEGRAM_ID}`;
  });
  await owner`analyze`;
  const around = (centre: number) => centre + (random() - 0.5) * 2 * CITY.spreadDegrees;
  return Array.from({ length: count }, (_, n) => ({
    telegramId: FIRST_TELEGRAM_ID + n,
    lat: around(CITY.lat),
    lng: around(CITY.lng),
    headingRadians: random() * 2 * Math.PI,
    lastMs: 0,
  }));
}

/** The next positions of some riders as a body of `POST /positions`; each position later than the one before. */
export function nextPositions(riders: readonly Rider[], nowMs: number): string {
  let body = '{"positions":[';
  for (const [place, rider] of riders.entries()) {
    const atMs = Math.max(nowMs, rider.lastMs + 1);
    const seconds = rider.lastMs === 0 ? 0 : Math.min(5, (atMs - rider.lastMs) / 1_000);
    rider.lastMs = atMs;
    rider.lat += Math.cos(rider.headingRadians) * DEGREES_PER_SECOND * seconds;
    rider.lng += Math.sin(rider.headingRadians) * DEGREES_PER_SECOND * seconds;
    body += `${place ? "," : ""}{"telegramId":${rider.telegramId},"atMs":${atMs},"lat":${rider.lat.toFixed(6)},"lng":${rider.lng.toFixed(6)},"accuracyMetres":9}`;
  }
  return `${body}]}`;
}

/** Takes riders round and round, so that everybody moves equally often. */
export function rota(riders: readonly Rider[], atOnce: number): () => readonly Rider[] {
  let next = 0;
  return () => {
    const from = next;
    next = (next + atOnce) % (riders.length - (riders.length % atOnce));
    return riders.slice(from, from + atOnce);
  };
}
