import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatCard } from "#shared/contracts/views";
import { assignedTo, type Confirmed, ok, startWork } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
let order: Confirmed;
beforeAll(async () => {
  world = await createWorld();
  await startWork(world, "courier1");
  order = await assignedTo(world, "courier1");
});
afterAll(() => world.close());

const write = (person: string, body: Record<string, unknown>, key?: string) =>
  world.as(person).post("/messages", { orderId: order.orderId, ...body }, key ? { "x-idempotency-key": key } : {});
const read = async (person: string) =>
  ok<{ messages: ChatCard[] }>(await world.as(person).get(`/orders/${order.orderId}/messages`)).messages.map(
    ({ text }) => text,
  );

describe("the conversation about an order", () => {
  it("passes a message on once, however often a phone without a network sends it", async () => {
    const send = () => write("courier1", { to: "customer", text: "I am at the gate" }, "message-0001");
    const cards = (await Promise.all([send(), send(), send()])).map((reply) => ok<ChatCard>(reply).id);
    expect(new Set(cards).size).toBe(1);
    expect(await read("courier1")).toEqual(["I am at the gate"]);
  });

  it("shows each side what it wrote and was sent, and the dispatcher all of it", async () => {
    ok(await write("customer", { to: "courier", text: "Coming down" }));
    ok(await write("customer", { to: "staff", text: "Is he slow?" }));
    expect(await read("courier1")).toEqual(["I am at the gate", "Coming down"]);
    expect(await read("customer")).toEqual(["I am at the gate", "Coming down", "Is he slow?"]);
    expect(await read("dispatcher")).toEqual(["I am at the gate", "Coming down", "Is he slow?"]);
  });

  it("carries no file that its writer has not uploaded", async () => {
    const reply = await write("customer", { to: "staff", text: "Look", mediaId: order.orderId });
    expect(reply).toMatchObject({ status: 404, body: { code: "media.not_found" } });
  });

  it("is nobody else's business", async () => {
    expect(await world.as("courier2").get(`/orders/${order.orderId}/messages`)).toMatchObject({ status: 404 });
  });
});

describe("what is written to the shop", () => {
  const readers = async (text: string, who: string, about: Record<string, unknown> = {}) => {
    const { id } = ok<ChatCard>(await world.as(who).post("/messages", { to: "staff", text, ...about }));
    const rows = await world.owner`
      select m.role from notifications n join memberships m on m.account_id = n.recipient_id
      where n.kind = 'chat.to_staff' and n.body->>'messageId' = ${id}`;
    return rows.map(({ role }) => role as string).sort();
  };

  it("about an order goes to those on duty for its branch, and to all of its people while only another's are there", async () => {
    const about = { orderId: order.orderId };
    ok(await world.as("dispatcher").post("/me/shift/start"));
    expect(await readers("Hello?", "customer", about)).toEqual(["dispatcher"]);
    await world.owner`update memberships set branch_id = ${world.seeded.branches.burger!} where role = 'dispatcher'`;
    for (const who of ["customer", "courier1"])
      expect(await readers("Anybody?", who, about)).toEqual(["manager", "owner"]);
    expect(await readers("Are you open?", "customer")).toEqual(["dispatcher"]); // about no order: whoever is there
  });
});
