import type { Id } from "#shared/kernel/ids";
import { confirmed } from "#sim/testing/courier-at-work";
import type { World } from "#sim/testing/world";

/** Degrees around the middle of the city in which everybody rides. */
const SPREAD = 0.12;

/** Fills the seed's business with open orders and couriers at work, straight in the database. @returns the couriers */
export async function fillCity(world: World, size: { orders: number; couriers: number }): Promise<Id[]> {
  const { orderId, deliveryId } = await confirmed(world);
  const ids = (count: number) => Array.from({ length: count }, () => world.deps.newId());
  await copyOrders(world, { orderId, deliveryId }, ids(size.orders), ids(size.orders));
  const couriers = ids(size.couriers);
  await copyCouriers(world, couriers, ids(size.couriers));
  return couriers;
}

async function copyOrders({ owner }: World, from: { orderId: Id; deliveryId: Id }, orders: Id[], deliveries: Id[]) {
  await owner`
    insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', n.id, 'code', 'B' || n.at,
      'promised_at', o.promised_at + make_interval(mins => (n.at % 50)::int - 10)))).*
    from orders o, unnest(${orders}::uuid[]) with ordinality n(id, at) where o.id = ${from.orderId}`;
  await owner`
    insert into order_contacts select (jsonb_populate_record(c, jsonb_build_object('order_id', n.id,
      'address_text', 'Navoi street ' || n.at))).*
    from order_contacts c, unnest(${orders}::uuid[]) with ordinality n(id, at) where c.order_id = ${from.orderId}`;
  await owner`
    insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', n.id, 'order_id', n.order_id,
      'status', 'waiting', 'decide_at', null,
      'dropoff_lat', 41.31 + ${SPREAD} * (random() - 0.5), 'dropoff_lng', 69.25 + ${SPREAD} * (random() - 0.5)))).*
    from deliveries d, unnest(${deliveries}::uuid[], ${orders}::uuid[]) n(id, order_id)
    where d.id = ${from.deliveryId}`;
}

async function copyCouriers({ owner }: World, couriers: Id[], accounts: Id[]) {
  await owner`
    insert into accounts select (jsonb_populate_record(one.row, jsonb_build_object('id', n.id,
      'telegram_id', 9100000 + n.at))).*
    from unnest(${accounts}::uuid[]) with ordinality n(id, at), lateral (select a as row from accounts a limit 1) one`;
  await owner`
    insert into profiles select (jsonb_populate_record(one.row, jsonb_build_object('account_id', n.id,
      'first_name', 'Courier ' || n.at))).*
    from unnest(${accounts}::uuid[]) with ordinality n(id, at), lateral (select p as row from profiles p limit 1) one`;
  await owner`
    insert into couriers select (jsonb_populate_record(one.row, jsonb_build_object('id', n.id, 'account_id', n.account_id,
      'state', 'online', 'status', 'active'))).*
    from unnest(${couriers}::uuid[], ${accounts}::uuid[]) n(id, account_id), lateral (select c as row from couriers c limit 1) one`;
}

/** Everybody a little further than a moment ago. */
export function ride(world: World, couriers: readonly Id[], step: number): void {
  const atMs = world.clock.now().getTime();
  for (const [index, courierId] of couriers.entries()) {
    const angle = index + step / 200;
    const far = (SPREAD / 2) * ((index % 97) / 97);
    const place = [41.31 + far * Math.sin(angle), 69.25 + far * Math.cos(angle)] as const;
    world.deps.moveFeed.add(world.seeded.organisationId, [courierId, ...place, atMs]);
  }
}
