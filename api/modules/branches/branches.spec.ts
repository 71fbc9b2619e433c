import { afterAll, describe, expect, it } from "vitest";
import type { BranchView } from "#shared/contracts/branch";
import { DOOR, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [customer, dispatcher, kitchen] = [world.as("customer"), world.as("dispatcher"), world.as("kitchen")];
const plov = world.seeded.branches.plov!;
const list = async (query = "") => (await customer.get(`/branches${query}`)).body as BranchView[];

describe("branches near a point", () => {
  it("come nearest first, with what bringing it there costs", async () => {
    const [first] = await list(`?lat=${DOOR.lat}&lng=${DOOR.lng}`);
    expect(first).toMatchObject({ id: plov, open: true, delivery: { feeMinor: 1_000_000, promisedMinutes: 40 } });
  });

  it("are those that deliver there or where it can be collected", async () => {
    await world.owner`update branches set offers_pickup = false where id <> ${plov}`;
    const far = await list("?lat=39.65&lng=66.96"); // Samarkand
    expect(far.map(({ id, delivery }) => [id, delivery])).toEqual([[plov, null]]);
    await world.owner`update branches set offers_pickup = true`;
  });

  it("are all of them when no point is named", async () => {
    expect(await list()).toHaveLength(3);
  });

  it.each(["lat=91&lng=0", "lat=NaN&lng=0", "lat=1&lng=181", "lat=x&lng=y", "lat=Infinity&lng=1"])(
    "are refused for a place that is none: %s",
    async (query) => expect(await customer.get(`/branches?${query}`)).toMatchObject({ status: 422 }),
  );
});

describe("a branch", () => {
  it("is not found by a made-up id, nor by one of another organisation", async () => {
    const [organisation, brand, branch] = [1, 2, 3].map(() => world.deps.newId());
    await world.owner`insert into organisations (id, name, created_at) values (${organisation!}, 'Other', now())`;
    await world.owner`insert into brands (organisation_id, id, name, created_at) values (${organisation!}, ${brand!}, 'Other', now())`;
    await world.owner`insert into branches select (jsonb_populate_record(b, jsonb_build_object(
      'organisation_id', ${organisation!}::uuid, 'id', ${branch!}::uuid, 'brand_id', ${brand!}::uuid))).*
      from branches b where id = ${plov}`;
    for (const id of [branch, world.deps.newId()])
      for (const path of ["", "/menu"])
        expect(await customer.get(`/branches/${id}${path}`)).toMatchObject({
          status: 404,
          body: { code: "branch.not_found", message: expect.stringMatching(/\w+ .+\./) },
        });
  });

  it("takes no orders while it is paused, and opens by itself", async () => {
    expect(await dispatcher.put(`/branches/${plov}/pause`, { minutes: 30 })).toMatchObject({ body: { open: false } });
    expect(await customer.post("/quotes", await wish(world))).toMatchObject({
      status: 409,
      body: { code: "branch.paused" },
    });
    world.clock.advance(31 * 60_000);
    expect((await customer.post("/quotes", await wish(world))).status).toBe(200);
  });

  it("opens again when the pause is taken back", async () => {
    await dispatcher.put(`/branches/${plov}/pause`, { minutes: 30 });
    expect(await dispatcher.put(`/branches/${plov}/pause`, { minutes: 0 })).toMatchObject({ body: { open: true } });
  });

  it("is not paused by the kitchen, nor by a customer", async () => {
    for (const who of [kitchen, customer])
      expect(await who.put(`/branches/${plov}/pause`, { minutes: 5 })).toMatchObject({ status: 403 });
  });

  it("promises more while it is drowning", async () => {
    const before = (await customer.post("/quotes", await wish(world))).body as { promisedAt: string };
    await dispatcher.put(`/branches/${plov}/extra-promise`, { extraMinutes: 20, forMinutes: 60 });
    const after = (await customer.post("/quotes", await wish(world))).body as { promisedAt: string };
    expect(Date.parse(after.promisedAt) - Date.parse(before.promisedAt)).toBe(20 * 60_000);
  });
});

describe("an address", () => {
  it("hears what it would pay, or that nobody comes there", async () => {
    const ask = (lat: number, lng: number) => customer.get(`/zones/terms?branchId=${plov}&lat=${lat}&lng=${lng}`);
    expect(await ask(DOOR.lat, DOOR.lng)).toMatchObject({ status: 200, body: { feeMinor: 1_000_000 } });
    expect(await ask(39.65, 66.96)).toMatchObject({ status: 409, body: { code: "zone.outside" } });
  });

  it("of a paused zone is told so until it opens again", async () => {
    const zones = await world.owner`select id from zones where branch_id = ${plov}`;
    for (const { id } of zones) expect((await dispatcher.put(`/zones/${id}/pause`, { minutes: 10 })).status).toBe(200);
    const path = `/zones/terms?branchId=${plov}&lat=${DOOR.lat}&lng=${DOOR.lng}`;
    expect(await customer.get(path)).toMatchObject({ status: 409, body: { code: "zone.paused" } });
    for (const { id } of zones) await dispatcher.put(`/zones/${id}/pause`, { minutes: 0 });
    expect((await customer.get(path)).status).toBe(200);
    expect(await kitchen.put(`/zones/${zones[0]!.id}/pause`, { minutes: 1 })).toMatchObject({ status: 403 });
  });
});
