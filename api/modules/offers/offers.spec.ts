import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#shared/kernel/ids";
import { confirmed, offersTo, ok, round, startWork, statusOf } from "#sim/testing/courier-at-work";
import { createWorld, type World } from "#sim/testing/world";
import { expireOffer } from "./expire-offer";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const COURIERS = ["courier1", "courier2", "courier3"] as const;
const workAll = async () => {
  for (const courier of COURIERS) await startWork(world, courier);
};
/** Offers one order to all three at once. */
const toEveryone = async () => {
  await workAll();
  const order = await confirmed(world);
  ok(await world.as("dispatcher").post(`/deliveries/${order.deliveryId}/broadcast`));
  await round(world);
  return order;
};
const answer = (courier: string, offerId: string, what: "accept" | "decline") =>
  world.as(courier).post(`/offers/${offerId}/${what}`, what === "decline" ? { reason: "too_far" } : {});
/** So that what is asked can have been seen. */
const botsTakeWhatIsDue = async () => ok(await world.asBot("courier").post("/notifications/claim", { limit: 10 }));

describe("an offer", () => {
  it("goes to the best courier alone, with its pay, and not to a second one while he thinks", async () => {
    await workAll();
    const { deliveryId } = await confirmed(world);
    expect(await round(world)).toBe("ran");
    await round(world);
    const asked = (await Promise.all(COURIERS.map((courier) => offersTo(world, courier)))).flat();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ mode: "exclusive", currency: "UZS", orders: [{ orderCode: expect.any(String) }] });
    expect(asked[0]!.payMinor).toBeGreaterThan(800_000);
    expect(await statusOf(world, deliveryId)).toBe("offered");
  });

  it("does not give the customer's door away before it is taken", async () => {
    await workAll();
    await confirmed(world);
    await round(world);
    const [offer] = (await Promise.all(COURIERS.map((courier) => offersTo(world, courier)))).flat();
    expect(JSON.stringify(offer)).not.toMatch(/Navoi|blue gate|\+998/);
  });

  it("tells the slower of two couriers that it is gone", async () => {
    const { deliveryId } = await toEveryone();
    const offers = await Promise.all(COURIERS.map(async (courier) => (await offersTo(world, courier))[0]!));
    const replies = await Promise.all(COURIERS.map((courier, i) => answer(courier, offers[i]!.id, "accept")));
    const codes = replies.map(({ status, body }) => (status === 200 ? "ok" : (body as { code: string }).code));
    expect(codes.sort()).toEqual(["offer.already_taken", "offer.already_taken", "ok"]);
    expect(await statusOf(world, deliveryId)).toBe("assigned");
    const winners = await world.owner`select courier_id from offers where status = 'accepted'`;
    expect(winners).toHaveLength(1);
  });

  it("gives the same trip to a courier who taps twice", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    const [first, second] = await Promise.all([1, 2].map(() => answer("courier1", offer!.id, "accept")));
    expect(first!.status).toBe(200);
    expect(second!.body).toEqual(first!.body);
  });

  it("shows the door once it is taken, and tells the courier by a card", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    ok(await answer("courier1", offer!.id, "accept"));
    const { trips } = ok<{ trips: { stops: unknown[] }[] }>(await world.as("courier1").get("/trips/current"));
    expect(trips[0]!.stops).toMatchObject([
      { kind: "pickup", addressText: "Chorsu, Tashkent" },
      { kind: "dropoff", addressText: "Navoi street 12", phone: "+998000000010" },
    ]);
    const cards = await world.owner`select kind from notifications where kind like 'trip.%' or kind like 'offer.%'`;
    expect(cards.map(({ kind }) => kind).sort()).toEqual(["offer.closed", "offer.made", "trip.card"]);
  });

  it("is another courier's after a no, and no is not asked again", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    expect(ok(await answer("courier1", offer!.id, "decline"))).toMatchObject({ status: "declined" });
    expect(ok(await answer("courier1", offer!.id, "decline"))).toMatchObject({ status: "declined" });
    await startWork(world, "courier2");
    await round(world);
    expect(await offersTo(world, "courier1")).toEqual([]);
    expect(await offersTo(world, "courier2")).toHaveLength(1);
  });

  it("cannot be taken when its time is over, even before the alarm has rung", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    await botsTakeWhatIsDue();
    world.clock.advance(30_000);
    expect(await answer("courier1", offer!.id, "accept")).toMatchObject({
      status: 410,
      body: { code: "offer.expired" },
    });
    expect(ok(await world.as("courier1").get(`/offers/${offer!.id}`))).toMatchObject({ status: "expired" });
    const ref = { organisationId: world.seeded.organisationId, subjectId: offer!.id };
    await Promise.all([expireOffer(world.deps, ref), expireOffer(world.deps, ref)]);
    expect(await statusOf(world, deliveryId)).toBe("waiting");
    const [courier] = await world.owner`select offers_decided, offers_accepted from couriers where state = 'online'`;
    expect(courier).toEqual({ offers_decided: 1, offers_accepted: 0 });
  });

  it("ends for all who were asked about the same trip when its time is over, however many alarms ring", async () => {
    await startWork(world, "courier1");
    await startWork(world, "courier2");
    const { deliveryId } = await confirmed(world);
    ok(await world.as("dispatcher").post(`/deliveries/${deliveryId}/broadcast`));
    await round(world);
    const asked = await world.owner<{ id: Id }[]>`select id from offers where status = 'live'`;
    expect(asked).toHaveLength(2);
    await botsTakeWhatIsDue();
    world.clock.advance(30_000);
    const ref = (id: Id) => ({ organisationId: world.seeded.organisationId, subjectId: id });
    await expireOffer(world.deps, ref(asked[0]!.id));
    expect(await world.owner`select 1 from offers where status = 'expired'`).toHaveLength(2);
    expect(await world.owner`select 1 from courier_bans where delivery_id = ${deliveryId}`).toHaveLength(2);
    await expireOffer(world.deps, ref(asked[1]!.id));
    expect(await statusOf(world, deliveryId)).toBe("waiting");
  });

  it("is no answer of a courier whose bot had no time to show it: it is taken back, and another is asked", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    world.clock.advance(30_000);
    await expireOffer(world.deps, { organisationId: world.seeded.organisationId, subjectId: offer!.id });
    expect(ok(await world.as("courier1").get(`/offers/${offer!.id}`))).toMatchObject({ status: "withdrawn" });
    const [courier] = await world.owner`select offers_decided from couriers where state = 'online'`;
    expect(courier).toEqual({ offers_decided: 0 });
    const [delivery] = await world.owner`select ladder_tries from deliveries where id = ${deliveryId}`;
    expect(delivery).toEqual({ ladder_tries: 1 }); // or nobody would be rung while the bots stand still
    await startWork(world, "courier2");
    await round(world);
    expect(await offersTo(world, "courier1")).toEqual([]);
    expect(await offersTo(world, "courier2")).toHaveLength(1);
  });

  it("is one courier's or nobody's when accepting and expiring meet", async () => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    world.clock.advance(29_999);
    const ref = { organisationId: world.seeded.organisationId, subjectId: offer!.id };
    const [reply] = await Promise.all([answer("courier1", offer!.id, "accept"), expireOffer(world.deps, ref)]);
    expect(reply.status).toBe(200);
    expect(await statusOf(world, deliveryId)).toBe("assigned");
  });

  it("is called back when its order is cancelled", async () => {
    await startWork(world, "courier1");
    const { orderId, deliveryId } = await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    ok(await world.as("customer").post(`/orders/${orderId}/cancel`, { reason: "changed_mind" }));
    expect(await statusOf(world, deliveryId)).toBe("cancelled");
    expect(await answer("courier1", offer!.id, "accept")).toMatchObject({
      status: 410,
      body: { code: "offer.closed" },
    });
  });

  it("is nobody's business but the asked courier's", async () => {
    await startWork(world, "courier1");
    await confirmed(world);
    await round(world);
    const [offer] = await offersTo(world, "courier1");
    for (const stranger of ["courier2", "customer", "dispatcher"])
      expect((await answer(stranger, offer!.id, "accept")).status).toBeGreaterThanOrEqual(403);
    expect((await answer("courier2", offer!.id, "accept")).body).toMatchObject({ code: "offer.not_found" });
  });
});
