import { afterAll, describe, expect, it } from "vitest";
import { DOOR, newKey, place, placed, plainItem, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const customer = world.as("customer");
const branchId = world.seeded.branches.plov!;
const item = await plainItem(world, branchId);
const orders = async () => Number((await world.owner`select count(*) from orders`)[0]!.count);

const refused = (status: number, code: string) => ({
  status,
  body: { code, message: expect.stringMatching(/^\p{L}.+\.$/u), details: expect.any(Object) },
});

describe("a request that cannot be read", () => {
  const send = (body: string, type = "application/json") =>
    world.app.handle(
      new Request("http://localhost/orders", {
        method: "POST",
        body,
        headers: {
          "content-type": type,
          "x-idempotency-key": newKey(),
          authorization: `Bearer ${world.deps.config.SERVICE_TOKEN}`,
          "x-bot-id": world.seeded.bots.customer!,
          "x-telegram-id": "9000010",
        },
      }),
    );

  it.each(["{", "", "[1,2", "nonsense", '{"branchId":'])("is refused with a code and a sentence: %j", async (body) => {
    const reply = await send(body);
    expect([400, 422]).toContain(reply.status);
    expect(await reply.json()).toMatchObject({
      code: expect.stringMatching(/^request\./),
      message: expect.any(String),
    });
  });

  it.each(["null", "7", '"text"', "[]", "{}", '{"lines":{}}'])("is refused as invalid: %j", async (body) => {
    expect((await send(body)).status).toBe(422);
  });
});

describe("an order that makes no sense", () => {
  it.each([
    ["no lines", { lines: [] }],
    ["quantity 0", { lines: [{ itemId: item.id, quantity: 0 }] }],
    ["a quantity of a million", { lines: [{ itemId: item.id, quantity: 1_000_000 }] }],
    ["half a portion", { lines: [{ itemId: item.id, quantity: 0.5 }] }],
    ["a text for a number", { lines: [{ itemId: item.id, quantity: "2" }] }],
    ["an id that is none", { lines: [{ itemId: "7", quantity: 1 }] }],
    ["the same choice twice", { lines: [{ itemId: item.id, quantity: 1, modifierIds: [item.id, item.id] }] }],
    ["fifty-one lines", { lines: Array.from({ length: 51 }, () => ({ itemId: item.id, quantity: 1 })) }],
    ["a latitude of 91", { dropoff: { ...DOOR, lat: 91 } }],
    ["a place that is no number", { dropoff: { ...DOOR, lng: Number.NaN } }],
    ["no place", { dropoff: null }],
    ["a day that is none", { scheduledFor: "tomorrow" }],
    ["a note with a zero character", { note: "a\u0000b" }],
    ["a phone that is none", { phone: "call me" }],
    ["paying by hope", { paymentMethod: "hope" }],
    ["a negative note", { cashGivenMinor: -1 }],
  ])("is refused: %s", async (_, change) => {
    const before = await orders();
    const wanted = { ...(await wish(world, change)), fingerprint: "x" };
    expect(await customer.post("/orders", wanted, { "x-idempotency-key": newKey() })).toMatchObject(
      refused(422, "request.invalid"),
    );
    expect(await orders()).toBe(before);
  });
});

describe("an order that the shop cannot take", () => {
  const otherItem = plainItem(world, world.seeded.branches.burger!);
  it.each([
    ["unknown branch", async () => ({ branchId: world.deps.newId() }), 404, "branch.not_found"],
    ["unknown item", async () => ({ lines: [{ itemId: world.deps.newId(), quantity: 1 }] }), 404, "item.not_found"],
    [
      "another branch's item",
      async () => ({ lines: [{ itemId: (await otherItem).id, quantity: 1 }] }),
      404,
      "item.not_found",
    ],
    ["outside every zone", async () => ({ dropoff: { ...DOOR, lat: 0, lng: 0 } }), 409, "zone.outside"],
    [
      "below the minimum",
      async () => ({ lines: [{ itemId: (await plainItem(world, branchId, 3)).id, quantity: 1 }] }),
      409,
      "quote.below_minimum",
    ],
    ["a note too small to pay with", async () => ({ cashGivenMinor: 1 }), 422, "payment.change_too_small"],
    ["yesterday", async () => ({ scheduledFor: "2026-03-01T07:00:00Z" }), 422, "order.schedule_out_of_range"],
    ["next year", async () => ({ scheduledFor: "2027-03-01T07:00:00Z" }), 422, "order.schedule_out_of_range"],
  ] as const)("is refused: %s", async (_, change, status, code) => {
    expect(await place(customer, await wish(world, await change()))).toMatchObject(refused(status, code));
  });

  it("is refused while the branch is closed, and told when it opens", async () => {
    await world.owner`update branch_hours set opens_minute = 600, closes_minute = 660 where branch_id = ${branchId}`;
    const reply = await place(customer, await wish(world));
    expect(reply).toMatchObject(refused(409, "branch.closed"));
    expect(reply.body).toMatchObject({ details: { opensAt: "2026-03-03T05:00:00.000Z" } });
    await world.owner`update branch_hours set opens_minute = 0, closes_minute = 1440 where branch_id = ${branchId}`;
  });

  it("is refused when it is not to be had, or not enough of it", async () => {
    const set = (available: boolean, stock: number | null) => world.owner`
      insert into branch_items (organisation_id, branch_id, item_id, available, stock, updated_at)
      values (${world.seeded.organisationId}, ${branchId}, ${item.id}, ${available}, ${stock}, now())
      on conflict (organisation_id, branch_id, item_id) do update set available = ${available}, stock = ${stock}`;
    await set(false, null);
    expect(await place(customer, await wish(world))).toMatchObject(refused(409, "item.unavailable"));
    await set(true, 1);
    expect(await place(customer, await wish(world))).toMatchObject(refused(409, "item.out_of_stock"));
    await set(true, null);
  });

  it("answers in the language that was asked for", async () => {
    const nowhere = await wish(world, { dropoff: { ...DOOR, lat: 0, lng: 0 } });
    const { body } = await customer.post("/quotes", nowhere, { "accept-language": "ru" });
    expect((body as { message: string }).message).toMatch(/^[\p{Script=Cyrillic} .,]+$/u);
  });
});

describe("somebody who may not", () => {
  it("is nobody without a token, and does not order as staff or courier", async () => {
    const wanted = { ...(await wish(world)), fingerprint: "x" };
    const key = { "x-idempotency-key": newKey() };
    expect(await world.caller().post("/orders", wanted, key)).toMatchObject(refused(401, "auth.missing"));
    for (const who of ["kitchen", "courier1", "owner"])
      expect(await world.as(who).post("/orders", wanted, key)).toMatchObject(refused(403, "auth.not_allowed"));
  });

  it("acts on nothing out of its order", async () => {
    const { id } = await placed(world);
    for (const action of ["collect", "mark_ready", "return", "start_preparing"])
      expect(await world.as("kitchen").post(`/orders/${id}/${action}`)).toMatchObject(
        refused(409, "order.action_not_allowed"),
      );
  });
});
