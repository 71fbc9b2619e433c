import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CourierDay } from "#shared/contracts/courier";
import type { TripView } from "#shared/contracts/trip";
import { assignedTo, COUNTER, ok, share, startWork } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const nowMs = () => world.clock.now().getTime();
const at = (offsetMs: number, change: Record<string, unknown> = {}) => ({
  atMs: nowMs() + offsetMs,
  ...COUNTER,
  ...change,
});
const send = (courier: string, positions: unknown[]) => world.as(courier).post("/couriers/me/positions", { positions });

describe("a courier's shift", () => {
  it("opens by going online, pauses, and ends; each tap twice is once", async () => {
    const tap = (what: string) => world.as("courier1").post(`/couriers/me/${what}`);
    expect(ok(await tap("go-online"))).toMatchObject({ state: "online" });
    ok(await tap("go-online"));
    world.clock.advance(600_000);
    expect(ok(await tap("take-break"))).toMatchObject({ state: "on_break" });
    world.clock.advance(300_000);
    ok(await tap("go-online"));
    expect(ok(await tap("go-offline"))).toMatchObject({ state: "offline" });
    const shifts = await world.owner`select state, break_seconds from shifts`;
    expect(shifts).toEqual([{ state: "ended", break_seconds: 300 }]);
    expect(ok(await world.as("courier1").get("/couriers/me/day"))).toMatchObject({ onlineSeconds: 600 });
  });

  it("opens once when two taps come at once", async () => {
    await Promise.all([1, 2, 3].map(() => world.as("courier1").post("/couriers/me/go-online")));
    expect(await world.owner`select 1 from shifts where state = 'open'`).toHaveLength(1);
  });

  it("does not end with somebody's dinner on the back seat", async () => {
    await startWork(world, "courier1");
    await assignedTo(world, "courier1");
    expect(await world.as("courier1").post("/couriers/me/go-offline")).toMatchObject({
      status: 409,
      body: { code: "courier.busy" },
    });
  });

  it("begins for whoever applied only after a dispatcher's yes, of which both sides hear", async () => {
    const newcomer = world.as("customer", "courier");
    const applied = ok<{ id: string }>(await newcomer.post("/couriers", { vehicle: "bicycle" }));
    expect(ok(await newcomer.post("/couriers", { vehicle: "car" }))).toEqual(applied);
    expect((await newcomer.post("/couriers/me/go-online")).status).toBe(403);
    expect((await world.as("courier1").post(`/couriers/${applied.id}/approve`)).status).toBe(403);
    ok(await world.as("dispatcher").post(`/couriers/${applied.id}/approve`));
    ok(await newcomer.post("/couriers/me/go-online"));
    const told = await world.owner`select kind from notifications where kind like 'courier.%' order by kind`;
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["courier.admitted", "courier.applied"]));
  });
});

describe("positions", () => {
  beforeEach(async () => {
    ok(await world.as("courier1").post("/couriers/me/go-online"));
  });

  it("are answered one by one: an absurd one does not cost the good ones", async () => {
    const sent = [at(-3_000), at(-2_000, { lat: 91 }), at(-1_000), at(-2_500), at(0, { lat: 0, lng: 0 }), at(0)];
    expect(ok(await send("courier1", sent))).toEqual({
      accepted: 3,
      refused: [
        { index: 1, code: "position.invalid" },
        { index: 3, code: "position.stale" },
        { index: 4, code: "position.invalid" },
      ],
    });
    await world.deps.positionLog.flush();
    expect(await world.owner`select 1 from positions`).toHaveLength(3);
  });

  it("are refused when they are not newer than the last, whichever process took that in", async () => {
    ok(await send("courier1", [at(0)]));
    expect(ok(await send("courier1", [at(0), at(-1), at(1)]))).toEqual({
      accepted: 1,
      refused: [
        { index: 0, code: "position.stale" },
        { index: 1, code: "position.stale" },
      ],
    });
  });

  it("are refused when the phone's clock is a day off", async () => {
    const answer = ok(await send("courier1", [at(-86_400_000), at(86_400_000)]));
    expect(answer).toMatchObject({ accepted: 0, refused: [{ code: "position.stale" }, { code: "position.invalid" }] });
  });

  it.each([
    ["no number", { positions: [{ atMs: 1, lat: "x", lng: 1 }] }, 422],
    ["nothing", { positions: [] }, 422],
    ["too many", { positions: Array.from({ length: 101 }, () => ({ atMs: 1, lat: 1, lng: 1 })) }, 422],
  ])("that are %s are no message", async (_, body, status) => {
    expect(await world.as("courier1").post("/couriers/me/positions", body)).toMatchObject({ status });
  });

  it("of somebody off duty are nobody's business", async () => {
    ok(await world.as("courier1").post("/couriers/me/go-offline"));
    expect(ok(await send("courier1", [at(0)]))).toMatchObject({ refused: [{ code: "courier.not_online" }] });
  });

  it("of many come through the bot, each to its courier, and from nobody else", async () => {
    await startWork(world, "courier2");
    world.clock.advance(1_000);
    const positions = [9_000_021, 9_000_022, 9_000_023, 1].map((telegramId) => ({ telegramId, ...at(0) }));
    const answer = ok(await world.asBot("courier").post("/positions", { positions }));
    expect(answer).toEqual({
      accepted: 2,
      refused: [
        { index: 2, code: "courier.not_online" },
        { index: 3, code: "courier.not_found" },
      ],
    });
    expect((await world.caller().post("/positions", { positions })).status).toBe(401);
  });

  it("show who is nearest", async () => {
    await startWork(world, "courier2", { lat: COUNTER.lat + 0.02, lng: COUNTER.lng });
    await share(world, "courier1", COUNTER);
    const query = `lat=${COUNTER.lat}&lng=${COUNTER.lng}&regionId=${world.seeded.regionId}`;
    const { couriers } = ok<{ couriers: { courierId: string; metres: number }[] }>(
      await world.as("dispatcher").get(`/couriers/nearest?${query}`),
    );
    expect(couriers.map(({ courierId }) => courierId)).toEqual([
      world.seeded.couriers.courier1,
      world.seeded.couriers.courier2,
    ]);
    expect(couriers[1]!.metres).toBeGreaterThan(2_000);
  });
});

describe("what a courier looks back on", () => {
  it("counts deliveries, way and pay of the day, and keeps them for the days after", async () => {
    await startWork(world, "courier1");
    const { deliveryId, pin } = await assignedTo(world, "courier1");
    const act = (what: string, body?: unknown) => world.as("courier1").post(`/deliveries/${deliveryId}/${what}`, body);
    ok(await act("pick-up"));
    ok(await act("hand-over", { proof: { kind: "pin", pin } }));
    const today = ok<CourierDay>(await world.as("courier1").get("/couriers/me/day"));
    expect(today).toMatchObject({ delivered: 1, failed: 0 });
    expect(today.distanceMetres).toBeGreaterThan(0);
    expect(today.earnedMinor).toBeGreaterThan(0);

    world.clock.advance(24 * 3_600_000);
    expect(ok(await world.as("courier1").get("/couriers/me/day"))).toMatchObject({ delivered: 0, distanceMetres: 0 });
    const { day, delivered, failed, distanceMetres, earnedMinor, tipsMinor } = today;
    expect(ok(await world.as("courier1").get("/couriers/me/history"))).toEqual({
      currency: today.currency,
      days: [{ day, delivered, failed, distanceMetres, earnedMinor, tipsMinor }],
      deliveries: [expect.objectContaining({ id: deliveryId, status: "delivered" })],
    });
    expect(ok(await world.as("courier2").get("/couriers/me/history"))).toMatchObject({ days: [], deliveries: [] });
  });

  it("sees in the trip what has to be in the bag", async () => {
    await startWork(world, "courier1");
    await assignedTo(world, "courier1");
    const { trips } = ok<{ trips: TripView[] }>(await world.as("courier1").get("/trips/current"));
    expect(trips[0]!.stops[0]!.lines).toEqual([
      { name: expect.objectContaining({ en: expect.any(String) }), quantity: 2, modifiers: [] },
    ]);
  });
});
