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
