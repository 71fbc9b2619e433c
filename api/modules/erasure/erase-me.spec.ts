import { afterAll, describe, expect, it } from "vitest";
import type { AddressView } from "#shared/contracts/address";
import { DOOR, place, placed, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const customer = world.as("customer");
const addresses = async () => (await customer.get("/addresses")).body as AddressView[];

describe("my addresses", () => {
  it("are mine, the one used last first", async () => {
    const keep = async (text: string) => (await customer.post("/addresses", { ...DOOR, text })).body as AddressView;
    const home = await keep("home");
    world.clock.advance(1_000);
    await keep("work");
    world.clock.advance(1_000);
    expect((await addresses()).map(({ text }) => text)).toEqual(["work", "home"]);
    await place(customer, await wish(world, { dropoff: { ...DOOR, addressId: home.id } }));
    expect((await addresses()).map(({ text }) => text)).toEqual(["home", "work"]);
    const stranger = world.as("courier1", "customer");
    expect((await stranger.get("/addresses")).body).toEqual([]);
    expect(await stranger.delete(`/addresses/${home.id}`)).toMatchObject({
      status: 404,
      body: { code: "address.not_found" },
    });
    expect((await customer.put(`/addresses/${home.id}`, { ...DOOR, text: "new home" })).status).toBe(200);
    expect((await customer.delete(`/addresses/${home.id}`)).status).toBe(200);
    expect((await addresses()).map(({ text }) => text)).toEqual(["work"]);
  });

  it.each([
    { lat: 91, lng: 0, text: "x" },
    { lat: null, lng: 0, text: "x" },
    { lat: 1, lng: 1, text: "" },
    { lat: 1, lng: 1, text: "a\u0000b" },
    { lat: 1, lng: 1, text: "x".repeat(301) },
  ])("are places with words: %j is none", async (address) =>
    expect((await customer.post("/addresses", address)).status).toBe(422),
  );
});

describe("delete my data", () => {
  it("waits until my orders are through", async () => {
    await placed(world);
    expect(await customer.delete("/me/data")).toMatchObject({ status: 409 });
  });

  it("takes name, phone, doors and notes, and leaves the order with its money", async () => {
    const order = await placed(world, { note: "ring twice" });
    await world.as("kitchen").post(`/orders/${order.id}/confirm`);
    await world.owner`update deliveries set status = 'cancelled'`;
    await world.owner`update orders set status = 'cancelled', closed_at = now() where closed_at is null`;
    expect(await customer.delete("/me/data")).toMatchObject({ status: 200 });

    const [contact] = await world.owner`select * from order_contacts where order_id = ${order.id}`;
    const personal = ["name", "phone", "lat", "lng", "address_text", "landmark", "note"];
    expect(personal.map((field) => contact![field])).toEqual(personal.map(() => null));
    const [profile] = await world.owner`select first_name, last_name, phone from profiles
      where account_id = ${world.seeded.accounts.customer!}`;
    expect(profile).toEqual({ first_name: "", last_name: null, phone: null });
    const [delivery] = await world.owner`select dropoff_lat, dropoff_lng from deliveries where order_id = ${order.id}`;
    expect(delivery).toEqual({ dropoff_lat: 41.33, dropoff_lng: 69.24 });
    expect(await addresses()).toEqual([]);
    const [kept] = await world.owner`select total_minor::int from orders where id = ${order.id}`;
    expect(kept!.total_minor).toBe(order.totalMinor);
    const words =
      await world.owner`select count(*)::int as n from order_contacts where note is not null or phone is not null`;
    expect(words[0]!.n).toBe(0);
  });
});
