import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "#api/app";
import type { ServerFrame } from "#shared/contracts/realtime";
import type { SignedIn } from "#shared/contracts/sign-in";
import type { Id } from "#shared/kernel/ids";
import type { BotKind } from "#shared/kernel/role";
import { assignedTo, COUNTER, ok, share, startWork } from "#sim/testing/courier-at-work";
import { initDataFor } from "#sim/testing/init-data";
import { seededBot } from "#sim/testing/seeded-bot";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
const { deps, seeded } = world;
const app = buildApp(deps).listen(0);
afterAll(async () => {
  await app.stop(true);
  await world.close();
});

const CUSTOMER = 9_000_010;
const STRANGER = 9_000_999;
const DISPATCHER = 9_000_003;
const courierId = seeded.couriers.courier1!;

/** What this person hears who listens to the order. */
async function hearing(telegramId: number, kind: BotKind, orderId: Id) {
  const initData = initDataFor(seededBot(kind).token, { id: telegramId, first_name: "X" }, deps.clock.realNow());
  const { body } = await world.caller().post("/auth/telegram", { botId: seeded.bots[kind]!, initData });
  const socket = new WebSocket(`ws://localhost:${app.server!.port}/realtime`);
  const frames: ServerFrame[] = [];
  socket.addEventListener("message", ({ data }) => frames.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  socket.send(JSON.stringify({ do: "sign_in", accessToken: (body as SignedIn).accessToken }));
  socket.send(JSON.stringify({ do: "subscribe", topics: [`order:${orderId}`] }));
  await expect.poll(() => frames.some(({ is }) => is === "subscribed")).toBe(true);
  return { places: () => frames.flatMap((frame) => (frame.is === "order_position" ? [frame] : [])) };
}

let metres = 0;
/** The courier moves on, and the board has been told: whoever else is told hears it of the same news. */
async function moves(board: { positions: number[] }) {
  metres += 1;
  world.clock.advance(5_000);
  const lat = COUNTER.lat + metres / 10_000;
  await share(world, "courier1", { ...COUNTER, lat });
  deps.moveFeed.flush();
  await expect.poll(() => board.positions.some((seen) => Math.abs(seen - lat) < 1e-6)).toBe(true);
  return lat;
}

async function boardScreen() {
  const initData = initDataFor(seededBot("staff").token, { id: DISPATCHER, first_name: "X" }, deps.clock.realNow());
  const { body } = await world.caller().post("/auth/telegram", { botId: seeded.bots.staff!, initData });
  const socket = new WebSocket(`ws://localhost:${app.server!.port}/realtime`);
  const positions: number[] = [];
  let isListening = false;
  socket.addEventListener("message", ({ data }) => {
    const frame: ServerFrame = JSON.parse(String(data));
    if (frame.is === "subscribed") isListening = true;
    if (frame.is === "positions")
      positions.push(...frame.positions.filter(([id]) => id === courierId).map(([, lat]) => lat));
  });
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  socket.send(JSON.stringify({ do: "sign_in", accessToken: (body as SignedIn).accessToken }));
  socket.send(JSON.stringify({ do: "subscribe", topics: [`board:${seeded.organisationId}`] }));
  await expect.poll(() => isListening).toBe(true);
  return { positions };
}

describe("where an order is", () => {
  it("is told to its customer as the courier moves, from pick-up to hand-over, and to nobody else", async () => {
    await startWork(world, "courier1");
    const { orderId, deliveryId, pin } = await assignedTo(world, "courier1");
    const act = async (action: string, body = {}) =>
      ok(await world.as("courier1").post(`/deliveries/${deliveryId}/${action}`, body));
    const board = await boardScreen();
    const customer = await hearing(CUSTOMER, "customer", orderId);
    const others = [await hearing(STRANGER, "customer", orderId), await hearing(DISPATCHER, "staff", orderId)];

    await act("arrive", { at: "pickup" });
    await moves(board);
    await act("pick-up");
    const lat = await moves(board);
    await expect.poll(() => customer.places().length).toBe(1); // and so not of the move before
    expect(customer.places()).toEqual([
      {
        is: "order_position",
        orderId,
        position: {
          lat: expect.closeTo(lat, 5),
          lng: expect.closeTo(COUNTER.lng, 5),
          at: world.clock.now().toISOString(),
        },
      },
    ]);

    await act("arrive", { at: "dropoff" });
    await act("hand-over", { proof: { kind: "pin", pin } });
    await moves(board);
    await moves(board); // by its news, what would follow the one before has been told
    expect(customer.places()).toHaveLength(1);
    expect(others.flatMap(({ places }) => places())).toEqual([]);
  });
});
