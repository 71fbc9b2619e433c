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
  const { newId } = world.deps;
  const orders = [0, 1].map(() => ({
    orderId: newId(),
    deliveryId: newId(),
    tripId: newId(),
    offers: Object.fromEntries(riders.map(({ courierId }) => [courierId, newId()])),
  }));
  await insertRows(world, orders);
  return { riders, orders };
}

/** In one statement, since it is run so often. */
async function insertRows({ owner, seeded, deps }: World, staged: Race["orders"]): Promise<void> {
  const { organisationId: org, regionId, branches, accounts, bots } = seeded;
  const [branch, at] = [branches.plov!, deps.clock.now()];
  const expires = new Date(at.getTime() + SOON_MS);
  const point = { lat: 41.33, lng: 69.24 };
  const offers = staged.flatMap(({ tripId, offers }) =>
    Object.entries(offers).map(([courierId, offerId]) => ({ tripId, courierId, offerId })),
  );
  await owner`
    with race as (select * from unnest(${staged.map((one) => one.orderId)}::uuid[],
        ${staged.map((one) => one.deliveryId)}::uuid[], ${staged.map((one) => one.tripId)}::uuid[])
        as t (order_id, delivery_id, trip_id)),
    new_orders as (insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at,
        version, fulfilment, payment_method, currency, subtotal_minor, fee_minor, total_minor, placed_at, promised_at,
        confirmed_at)
      select ${org}::uuid, order_id, 'RACE2', ${branch}::uuid, ${accounts.customer!}::uuid, ${bots.customer!}::uuid,
        'confirmed', ${at}::timestamptz, 2, 'delivery', 'cash', 'UZS', 1000, 0, 1000, ${at}::timestamptz,
        ${NOON}::timestamptz, ${at}::timestamptz from race),
    contacts as (insert into order_contacts (organisation_id, order_id, name, lat, lng, address_text)
      select ${org}::uuid, order_id, 'Race', ${point.lat}::float8, ${point.lng}::float8, 'somewhere' from race),
    new_trips as (insert into trips (organisation_id, id, region_id, status, status_at, version, currency, pay_minor,
        distance_metres, created_at)
      select ${org}::uuid, trip_id, ${regionId}::uuid, 'planned', ${at}::timestamptz, 1, 'UZS', 500, 900,
        ${at}::timestamptz from race),
    new_deliveries as (insert into deliveries (organisation_id, id, order_id, branch_id, region_id, status, status_at,
        version, trip_id, pickup_lat, pickup_lng, dropoff_lat, dropoff_lng, distance_metres, ready_at, promised_at,
        cash_to_collect_minor, pin, pin_attempts, created_at, ladder_step, ladder_tries, ladder_since, keep_apart)
      select ${org}::uuid, delivery_id, order_id, ${branch}::uuid, ${regionId}::uuid, 'offered', ${at}::timestamptz, 2,
        trip_id, 41.3266, 69.2351, ${point.lat}::float8, ${point.lng}::float8, 900, ${at}::timestamptz,
        ${expires}::timestamptz, 1000, '1234', 0, ${at}::timestamptz, 'wave', 1, ${at}::timestamptz, false from race),
    stops as (insert into trip_stops (organisation_id, id, trip_id, delivery_id, position, kind, status, lat, lng)
      select ${org}::uuid, gen_random_uuid(), trip_id, delivery_id, n - 1,
        (array['pickup', 'dropoff'])[n]::stop_kind, 'pending', ${point.lat}::float8, ${point.lng}::float8
      from race, generate_series(1, 2) n)
    insert into offers (organisation_id, id, trip_id, courier_id, mode, status, version, pay_minor, pay_rule,
      pickup_metres, reasons, offered_at, expires_at)
    select ${org}::uuid, offer_id, trip_id, courier_id, 'wave', 'live', 1, 500,
      '{"baseMinor":500,"perKmMinor":0,"perExtraStopMinor":0}', 100, '{}', ${at}::timestamptz, ${expires}::timestamptz
    from unnest(${offers.map((one) => one.offerId)}::uuid[], ${offers.map((one) => one.tripId)}::uuid[],
      ${offers.map((one) => one.courierId)}::uuid[]) as t (offer_id, trip_id, courier_id)`;
}
