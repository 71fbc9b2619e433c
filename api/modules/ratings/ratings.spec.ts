import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [customer, courier] = [world.as("customer"), world.as("courier1")];
const courierId = world.seeded.couriers.courier1!;
const { organisationId } = world.seeded;

/** An order that courier1 brought. How it came to that is the business of the deliveries' own specs. */
async function brought(): Promise<OrderSummary> {
  const order = await placed(world);
  await world.as("kitchen").post(`/orders/${order.id}/confirm`);
  const tripId = world.deps.newId();
  await world.owner`insert into trips (organisation_id, id, region_id, courier_id, status, status_at, version, currency,
    pay_minor, distance_metres, created_at)
    values (${organisationId}, ${tripId}, ${world.seeded.regionId}, ${courierId}, 'done', now(), 1, 'UZS', 0, 0, now())`;
  await world.owner`update deliveries set status = 'delivered', trip_id = ${tripId}, courier_id = ${courierId}
    where order_id = ${order.id}`;
  await world.owner`update orders set status = 'delivered', closed_at = now() where id = ${order.id}`;
  return order;
}
const rate = (who: typeof customer, { id }: OrderSummary, about: string, stars: number, comment?: string) =>
  who.post(`/orders/${id}/ratings`, { about, stars, comment });

describe("a rating", () => {
  it("goes both ways, each once, and counts for the courier", async () => {
    const order = await brought();
    expect(await rate(customer, order, "food", 4, "good")).toMatchObject({ status: 200, body: { comment: "good" } });
    expect((await rate(customer, order, "courier", 5)).status).toBe(200);
    expect((await rate(courier, order, "customer", 3)).status).toBe(200);
    expect(await rate(customer, order, "courier", 1)).toMatchObject({
      status: 409,
      body: { code: "rating.already_given" },
    });
    const [row] = await world.owner`select rating_sum, rating_count from couriers where id = ${courierId}`;
    expect(row).toEqual({ rating_sum: 5, rating_count: 1 });
  });

  it("counts once when it is sent twice at once", async () => {
    const order = await brought();
    const replies = await Promise.all([rate(customer, order, "courier", 5), rate(customer, order, "courier", 5)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("is not given before there is something to rate, by strangers, or by one about themselves", async () => {
    const early = await placed(world);
    expect(await rate(customer, early, "food", 5)).toMatchObject({ status: 409, body: { code: "rating.not_allowed" } });
    const order = await brought();
    expect((await rate(world.as("courier2"), order, "customer", 1)).status).toBe(404);
    expect((await rate(courier, order, "courier", 5)).status).toBe(409);
    expect((await rate(customer, order, "customer", 5)).status).toBe(409);
    for (const stars of [0, 6, 2.5]) expect((await rate(customer, order, "food", stars)).status).toBe(422);
  });
});

describe("a tip", () => {
  it("is the courier's, once per charge, and they hear of it", async () => {
    const order = await brought();
    const paid = { providerChargeId: "tip1", telegramChargeId: "t", amountMinor: 50_000, currency: "UZS" };
    for (let i = 0; i < 2; i += 1) expect((await customer.post(`/orders/${order.id}/tip`, paid)).status).toBe(200);
    const owed = await world.owner`select e.amount_minor::int as owed from money_entries e
      join money_movements m on m.id = e.movement_id where m.order_id = ${order.id} and e.account = 'courier_owed'`;
    expect(owed).toEqual([{ owed: -50_000 }]);
    const told =
      await world.owner`select 1 from notifications where subject_id = ${order.id} and kind = 'courier.tipped'`;
    expect(told).toHaveLength(1);
  });
});

describe("what was given", () => {
  it("is shown to who gave it, and to nobody else", async () => {
    const order = await brought();
    await rate(customer, order, "food", 4, "good");
    const given = (who: typeof customer) => who.get(`/orders/${order.id}/ratings`);
    expect((await given(customer)).body).toMatchObject({ ratings: [{ about: "food", stars: 4, comment: "good" }] });
    for (const other of [courier, world.as("manager")]) expect((await given(other)).body).toEqual({ ratings: [] });
  });
});
