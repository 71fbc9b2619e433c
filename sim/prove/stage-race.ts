import type { Id } from "#shared/kernel/ids";
import { NOON, type World } from "#sim/testing/world";

/** Two orders that look for a courier, and a live offer of each to each of three couriers. */
export type Race = {
  riders: readonly Rider[];
  /** `offers` by courier. */
  orders: { orderId: Id; deliveryId: Id; tripId: Id; offers: Record<Id, Id> }[];
};
export type Rider = { courierId: Id; accountId: Id };

const RIDERS = 3;
const SOON_MS = 30_000;

/** Three couriers who are online at the branch and never full: capacity is not what is tried here. */
export async function hireRiders({ owner, seeded, deps }: World, number: number): Promise<Rider[]> {
  const { organisationId: org, regionId } = seeded;
  const at = deps.clock.now();
  const riders = Array.from({ length: RIDERS }, () => ({ courierId: deps.newId(), accountId: deps.newId() }));
  for (const [n, { courierId, accountId }] of riders.entries()) {
    await owner`insert into accounts (id, telegram_id, language, created_at)
      values (${accountId}, ${6_000_000 + number * RIDERS + n}, 'en', ${at})`;
    await owner`insert into couriers (organisation_id, id, account_id, region_id, vehicle, capacity, status, state, state_at,
      rating_sum, rating_count, offers_decided, offers_accepted, currency, daily_guarantee_minor, cash_limit_minor, last_lat,
      last_lng, last_position_at, created_at) values (${org}, ${courierId}, ${accountId}, ${regionId}, 'car', 50, 'active',
      'online', ${at}, 0, 0, 0, 0, 'UZS', 0, 1000000000000, 41.3266, 69.2351, ${at}, ${at})`;
  }
  return riders;
}

/**
 * Sets the stage by rows, as the verbs would have left them: tens of thousands of races are run, and how an order comes
 * to be offered is tried elsewhere.
 */
export async function stageRace(world: World, riders: readonly Rider[]): Promise<Race> {
  const orders = [0, 1].map(() => ({
    orderId: world.deps.newId(),
    deliveryId: world.deps.newId(),
    tripId: world.deps.newId(),
    offers: Object.fromEntries(riders.map(({ courierId }) => [courierId, world.deps.newId()])),
  }));
  await world.owner.begin(async (sql) => {
    for (const order of orders) await Promise.all(rowsOf(world, sql, order));
  });
  return { riders, orders };
}

type Sql = Parameters<Parameters<World["owner"]["begin"]>[1]>[0];

function rowsOf({ seeded, deps }: World, sql: Sql, { orderId, deliveryId, tripId, offers }: Race["orders"][number]) {
  const { organisationId: org, regionId, branches, accounts, bots } = seeded;
  const [branch, at] = [branches.plov!, deps.clock.now()];
  const expires = new Date(at.getTime() + SOON_MS);
  const point = { lat: 41.33, lng: 69.24 };
  return [
    sql`insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at, version, fulfilment,
      payment_method, currency, subtotal_minor, fee_minor, total_minor, placed_at, promised_at, confirmed_at)
      values (${org}, ${orderId}, 'RACE2', ${branch}, ${accounts.customer!}, ${bots.customer!}, 'confirmed', ${at}, 2,
        'delivery', 'cash', 'UZS', 1000, 0, 1000, ${at}, ${NOON}, ${at})`,
    sql`insert into order_contacts (organisation_id, order_id, name, lat, lng, address_text)
      values (${org}, ${orderId}, 'Race', ${point.lat}, ${point.lng}, 'somewhere')`,
    sql`insert into trips (organisation_id, id, region_id, status, status_at, version, currency, pay_minor, distance_metres,
      created_at) values (${org}, ${tripId}, ${regionId}, 'planned', ${at}, 1, 'UZS', 500, 900, ${at})`,
    sql`insert into deliveries (organisation_id, id, order_id, branch_id, region_id, status, status_at, version, trip_id,
      pickup_lat, pickup_lng, dropoff_lat, dropoff_lng, distance_metres, ready_at, promised_at, cash_to_collect_minor, pin,
      pin_attempts, created_at, ladder_step, ladder_tries, ladder_since, keep_apart)
      values (${org}, ${deliveryId}, ${orderId}, ${branch}, ${regionId}, 'offered', ${at}, 2, ${tripId}, 41.3266, 69.2351,
        ${point.lat}, ${point.lng}, 900, ${at}, ${expires}, 1000, '1234', 0, ${at}, 'wave', 1, ${at}, false)`,
    sql`insert into trip_stops (organisation_id, id, trip_id, delivery_id, position, kind, status, lat, lng)
      select ${org}::uuid, gen_random_uuid(), ${tripId}::uuid, ${deliveryId}::uuid, n - 1,
        (array['pickup', 'dropoff'])[n]::stop_kind, 'pending', ${point.lat}::float8, ${point.lng}::float8
      from generate_series(1, 2) n`,
    ...Object.entries(offers).map(
      ([
        courierId,
        offerId,
      ]) => sql`insert into offers (organisation_id, id, trip_id, courier_id, mode, status, version, pay_minor,
        pay_rule, pickup_metres, reasons, offered_at, expires_at) values (${org}, ${offerId}, ${tripId}, ${courierId},
        'wave', 'live', 1, 500, '{"baseMinor":500,"perKmMinor":0,"perExtraStopMinor":0}', 100, '{}', ${at}, ${expires})`,
    ),
  ];
}
