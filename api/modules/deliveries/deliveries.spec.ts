import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { TripView } from "#shared/contracts/trip";
import { assignedTo, COUNTER, confirmed, offersTo, ok, round, startWork, statusOf } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await startWork(world, "courier1");
});
afterEach(() => world.close());

const act = (who: string, deliveryId: string, action: string, body: unknown = {}) =>
  world.as(who).post(`/deliveries/${deliveryId}/${action}`, body);
const pinProof = (pin: string) => ({ proof: { kind: "pin", pin } });
const wrong = (pin: string) => pinProof(pin === "0000" ? "1111" : "0000");
const orderStatus = async (orderId: string) =>
  (await world.owner`select status from orders where id = ${orderId}`)[0]!.status;

describe("bringing an order", () => {
  it("goes from the counter to the hand-over, and the order follows", async () => {
    const { orderId, deliveryId, pin } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "arrive", { at: "pickup" }));
    expect(await orderStatus(orderId)).toBe("confirmed");
    ok(await act("courier1", deliveryId, "pick-up"));
    expect(await orderStatus(orderId)).toBe("picked_up");
    ok(await act("courier1", deliveryId, "arrive", { at: "dropoff" }));
    const done = ok<DeliveryView>(await act("courier1", deliveryId, "hand-over", pinProof(pin)));
    expect(done).toMatchObject({ status: "delivered", actions: [] });
    expect(await orderStatus(orderId)).toBe("delivered");
    const [trip] = await world.owner`select status, pay_minor from trips where courier_id is not null`;
    expect(trip!.status).toBe("done");
    const [pay] = await world.owner`select amount_minor from money_entries where account = 'courier_owed'`;
    expect(Number(pay!.amount_minor)).toBe(-Number(trip!.pay_minor));
    const day = ok(await world.as("courier1").get("/couriers/me/day"));
    expect(day).toMatchObject({ delivered: 1, failed: 0, earnedMinor: Number(trip!.pay_minor) });
  });

  it("answers a repeated tap as the first one, and does it once", async () => {
    const { deliveryId } = await assignedTo(world, "courier1");
    const [first, second] = await Promise.all([1, 2].map(() => act("courier1", deliveryId, "pick-up")));
    expect(second!.body).toEqual(first!.body);
    const taps = await world.owner`select 1 from timeline where delivery_id = ${deliveryId} and action = 'pick_up'`;
    expect(taps).toHaveLength(1);
  });

  it("leaves the trip that was taken first in front, whatever is tapped on it", async () => {
    const { courier1: courierId } = world.seeded.couriers;
    const first = await confirmed(world);
    ok(await act("dispatcher", first.deliveryId, "assign", { courierId }));
    world.clock.advance(1_000);
    const second = await confirmed(world);
    ok(await act("dispatcher", second.deliveryId, "assign", { courierId }));
    const inHand = async () =>
      ok<{ trips: TripView[] }>(await world.as("courier1").get("/trips/current")).trips.map(
        ({ stops }) => stops[0]!.deliveryId,
      );
    for (const tap of ["arrive", "pick-up"]) {
      world.clock.advance(1_000);
      ok(await act("courier1", first.deliveryId, tap, tap === "arrive" ? { at: "pickup" } : {}));
      expect(await inHand()).toEqual([first.deliveryId, second.deliveryId]);
    }
  });

  it("refuses what comes out of order", async () => {
    const { deliveryId, pin } = await assignedTo(world, "courier1");
    for (const [action, body] of [
      ["hand-over", pinProof(pin)],
      ["fail", { reason: "wrong_address" }],
      ["arrive", { at: "dropoff" }],
    ] as const)
      expect(await act("courier1", deliveryId, action, body)).toMatchObject({
        status: 409,
        body: { code: "delivery.action_not_allowed" },
      });
  });

  it("locks the PIN after five wrong ones, rings a dispatcher, and still takes their word", async () => {
    const { deliveryId, pin } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "pick-up"));
    const codes: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const reply = await act("courier1", deliveryId, "hand-over", wrong(pin));
      codes.push((reply.body as { code: string }).code);
    }
    expect(codes).toEqual([...Array(4).fill("delivery.pin_wrong"), "delivery.pin_locked"]);
    expect(await act("courier1", deliveryId, "hand-over", pinProof(pin))).toMatchObject({ status: 423 });
    expect(await world.owner`select 1 from alerts where kind = 'pin_locked' and state = 'ringing'`).toHaveLength(1);
    ok(await act("dispatcher", deliveryId, "hand-over", { proof: { kind: "staff" } }));
    expect(await world.owner`select 1 from alerts where kind = 'pin_locked' and state = 'ringing'`).toHaveLength(0);
  });

  it("counts five wrong PINs as five when they come at once", async () => {
    const { deliveryId, pin } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "pick-up"));
    await Promise.all(Array.from({ length: 8 }, () => act("courier1", deliveryId, "hand-over", wrong(pin))));
    const [row] = await world.owner`select pin_attempts, pin_locked_at from deliveries where id = ${deliveryId}`;
    expect(row).toMatchObject({ pin_attempts: 5, pin_locked_at: expect.any(Date) });
  });

  it("counts a wrong PIN once, however often its request comes; another one with the same key is refused", async () => {
    await startWork(world, "courier1");
    const { deliveryId, pin } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "pick-up"));
    const send = (body: unknown) =>
      world
        .as("courier1")
        .post(`/deliveries/${deliveryId}/hand-over`, body, { "x-idempotency-key": `try:${deliveryId}` });
    const replies = await Promise.all([1, 2, 3].map(() => send(wrong(pin))));
    for (const { body } of replies)
      expect(body).toMatchObject({ code: "delivery.pin_wrong", details: { triesLeft: 4 } });
    expect(await send(pinProof(pin))).toMatchObject({ status: 409, body: { code: "request.key_reused" } });
    const [row] = await world.owner`select pin_attempts from deliveries where id = ${deliveryId}`;
    expect(row).toEqual({ pin_attempts: 1 });
  });

  it("takes a photo only of the courier's own that has arrived", async () => {
    const { deliveryId } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "pick-up"));
    const photo = world.deps.newId();
    const handOver = () => act("courier1", deliveryId, "hand-over", { proof: { kind: "photo", mediaId: photo } });
    expect(await handOver()).toMatchObject({ status: 422, body: { code: "delivery.proof_missing" } });
    await world.owner`insert into media
      (organisation_id, id, account_id, purpose, content_type, bytes, storage_key, created_at, uploaded_at)
      values (${world.seeded.organisationId}, ${photo}, ${world.seeded.accounts.courier1!}, 'proof', 'image/jpeg', 9,
        'x', now(), now())`;
    ok(await handOver());
    expect(await statusOf(world, deliveryId)).toBe("delivered");
  });

  it("ends with the order in failed when it cannot be handed over, and needs a reason", async () => {
    const { orderId, deliveryId } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "pick-up"));
    expect((await act("courier1", deliveryId, "fail", { reason: "bored" })).status).toBe(422);
    ok(await act("courier1", deliveryId, "fail", { reason: "customer_unreachable" }));
    expect(await orderStatus(orderId)).toBe("failed");
  });

  it("is looked for anew when its courier cannot come, and not with him first", async () => {
    const { deliveryId } = await assignedTo(world, "courier1");
    ok(await act("courier1", deliveryId, "release", { reason: "vehicle_problem" }));
    expect(await statusOf(world, deliveryId)).toBe("waiting");
    await startWork(world, "courier2", { lat: COUNTER.lat + 0.01, lng: COUNTER.lng });
    await round(world);
    expect(await offersTo(world, "courier2")).toHaveLength(1);
    expect(await offersTo(world, "courier1")).toEqual([]);
  });
});

describe("a dispatcher's hand", () => {
  it("gives a waiting delivery to a courier, who is rung", async () => {
    const { deliveryId } = await confirmed(world);
    ok(await act("dispatcher", deliveryId, "assign", { courierId: world.seeded.couriers.courier1 }));
    expect(await statusOf(world, deliveryId)).toBe("assigned");
    expect(await world.owner`select 1 from notifications where kind = 'trip.ring' and version = 1`).toHaveLength(1);
  });

  it("takes it from one and gives it to another, before the goods are fetched and after", async () => {
    await startWork(world, "courier2");
    await startWork(world, "courier3");
    const { deliveryId } = await assignedBy("courier1");
    ok(await act("dispatcher", deliveryId, "assign", { courierId: world.seeded.couriers.courier2 }));
    ok(await act("courier2", deliveryId, "pick-up"));
    const taken = ok<DeliveryView>(
      await act("dispatcher", deliveryId, "assign", { courierId: world.seeded.couriers.courier3 }),
    );
    expect(taken).toMatchObject({ status: "picked_up", courier: { id: world.seeded.couriers.courier3 } });
    expect((await act("courier2", deliveryId, "arrive", { at: "dropoff" })).status).toBe(404);
    ok(await act("courier3", deliveryId, "arrive", { at: "dropoff" }));
  });

  it("moves it once when two dispatchers take it from the same silent courier at once", async () => {
    await startWork(world, "courier2");
    await startWork(world, "courier3");
    const { deliveryId } = await assignedBy("courier1");
    await world.deps.positionLog.flush(); // where the others are is read from their rows
    const from = { fromCourierId: world.seeded.couriers.courier1 };
    const both = await Promise.all([1, 2].map(() => act("dispatcher", deliveryId, "reassign", from)));
    const [one, two] = both.map((reply) => ok<DeliveryView>(reply).courier?.id);
    expect(one).toBe(two);
    expect(one).not.toBe(world.seeded.couriers.courier1);
    const moves = await world.owner`select 1 from timeline where delivery_id = ${deliveryId} and action = 'reassign'`;
    expect(moves).toHaveLength(1);
  });

  it("names one courier, forbids another, and is obeyed", async () => {
    await startWork(world, "courier2", { lat: COUNTER.lat + 0.02, lng: COUNTER.lng });
    const { deliveryId } = await confirmed(world);
    const steer = (what: string, body: unknown) =>
      world.as("dispatcher").put(`/deliveries/${deliveryId}/${what}`, body);
    ok(await steer("forbidden-courier", { courierId: world.seeded.couriers.courier1 }));
    await round(world);
    expect(await offersTo(world, "courier1")).toEqual([]);
    expect(await offersTo(world, "courier2")).toHaveLength(1);
    ok(await steer("forbidden-courier", { courierId: world.seeded.couriers.courier1, forbidden: false }));
    ok(await steer("pinned-courier", { courierId: world.seeded.couriers.courier1 }));
    expect(await offersTo(world, "courier2")).toEqual([]);
    await round(world);
    expect(await offersTo(world, "courier1")).toHaveLength(1);
  });

  it("sees who could be sent and why others could not", async () => {
    await confirmed(world);
    const { deliveries } = ok<{ deliveries: { candidates: unknown[] }[] }>(
      await world.as("dispatcher").get("/dispatch/waiting"),
    );
    expect(deliveries[0]!.candidates[0]).toMatchObject({ firstName: "Jasur", obstacle: null, reasons: { load: 15 } });
  });

  it("is a dispatcher's: nobody else steers, and strangers learn nothing", async () => {
    const { deliveryId } = await confirmed(world);
    for (const who of ["courier1", "customer", "kitchen"])
      expect((await act(who, deliveryId, "assign", { courierId: world.seeded.couriers.courier1 })).status).toBe(403);
    expect((await world.as("courier1").get(`/deliveries/${deliveryId}`)).status).toBe(404);
    expect((await act("dispatcher", world.deps.newId(), "broadcast")).status).toBe(404);
    expect((await act("dispatcher", deliveryId, "assign", { courierId: world.deps.newId() })).status).toBe(404);
  });

  async function assignedBy(courier: string) {
    const order = await confirmed(world);
    ok(await act("dispatcher", order.deliveryId, "assign", { courierId: world.seeded.couriers[courier] }));
    return order;
  }
});
