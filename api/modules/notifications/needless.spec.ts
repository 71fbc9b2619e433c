import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Claimed, ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { confirmed, ok, round, startWork } from "#sim/testing/courier-at-work";
import { notificationLedger } from "#sim/testing/notification-ledger";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { OUTLET_LEASE_MS } from "./outlet-lease";

const world = await createWorld();
afterAll(() => world.close());

const { claim, clear, receipt, sent } = notificationLedger(world);
beforeEach(clear);

const ordered = async (): Promise<Id> => (await placed(world)).id;
const cancel = (id: Id) => world.as("customer").post(`/orders/${id}/cancel`, { reason: "changed_mind" });
const cardOf = async (orderId: Id): Promise<ClaimedNotification | undefined> =>
  (await claim()).find(({ notification: body }) => body.kind === "order.board_card" && body.orderId === orderId);
const rows = (orderId: Id) => world.owner`
  select state, skip_reason, attempts from notifications
  where subject_id = ${orderId} and kind = 'order.board_card' order by version`;
const skipped = { state: "skipped", skip_reason: "over_before_shown", attempts: 0 };

describe("the kitchen's card of an order that is over", () => {
  it("is not sent when nobody was shown the order, and says why in the ledger", async () => {
    const id = await ordered();
    await cancel(id);
    expect(await cardOf(id)).toBeUndefined();
    expect([...(await rows(id))]).toEqual([skipped, skipped]);
    const { body } = await world.as("kitchen").get("/inbox");
    expect(body).toMatchObject({ items: expect.not.arrayContaining([expect.objectContaining({ state: "skipped" })]) });
  });

  it("is sent to the customer all the same", async () => {
    const id = await ordered();
    await cancel(id);
    const { body } = await world.asBot("customer").post("/notifications/claim", { limit: 50 });
    expect(body).toMatchObject({
      notifications: expect.arrayContaining([
        expect.objectContaining({ notification: { kind: "order.card", orderId: id, status: "cancelled" } }),
      ]),
    });
  });

  it("is the last edit of a card that stands", async () => {
    const id = await ordered();
    await sent((await cardOf(id))!, 70);
    await cancel(id);
    expect(await cardOf(id)).toMatchObject({ editMessageId: 70, view: { order: { status: "cancelled" } } });
  });

  it("waits for the card that was being sent when the order ended, and edits it", async () => {
    const id = await ordered();
    const live = (await cardOf(id))!;
    await cancel(id);
    expect(await cardOf(id)).toBeUndefined();
    await sent(live, 71);
    expect(await cardOf(id)).toMatchObject({ editMessageId: 71, view: { order: { status: "cancelled" } } });
  });

  it("is not needed when the card that was being sent came back unsent", async () => {
    const id = await ordered();
    const live = (await cardOf(id))!;
    await cancel(id);
    await receipt(live, { outcome: "retry", afterSeconds: 1 });
    expect(await cardOf(id)).toBeUndefined();
    expect([...(await rows(id))]).toEqual([skipped, skipped]);
  });

  it("is sent when the answer to the card before it was lost: it may stand in the chat", async () => {
    const id = await ordered();
    const live = (await cardOf(id))!;
    await receipt(live, { outcome: "retry", afterSeconds: 1, maybeShown: true });
    await cancel(id);
    expect(await cardOf(id)).toMatchObject({ editMessageId: null, view: { order: { status: "cancelled" } } });
  });

  it("is sent when whoever had the card before it died", async () => {
    const id = await ordered();
    await cardOf(id);
    await cancel(id);
    world.clock.advance(OUTLET_LEASE_MS);
    expect(await cardOf(id)).toMatchObject({ editMessageId: null, view: { order: { status: "cancelled" } } });
  });

  it("is sent while somebody still has to do something about it", async () => {
    const id = await ordered();
    await world.owner`update orders set status = 'failed', closed_at = status_at where id = ${id}`;
    expect(await cardOf(id)).toMatchObject({ view: { order: { status: "failed", actions: ["return"] } } });
  });
});

describe("the end of an offer", () => {
  const bot = world.asBot("courier");
  const toCourier = async (offerId: Id): Promise<ClaimedNotification[]> => {
    const { notifications } = ok<Claimed>(await bot.post("/notifications/claim", { limit: 50 }));
    return notifications.filter(({ notification: body }) => "offerId" in body && body.offerId === offerId);
  };
  const rowsOf = (offerId: Id) => world.owner`
    select kind, state, skip_reason from notifications where subject_id = ${offerId} order by kind`;
  const offered = async (): Promise<Id> => {
    await startWork(world, "courier1");
    const { deliveryId } = await confirmed(world);
    await round(world);
    const [offer] = await world.owner<{ id: Id }[]>`
      select o.id from offers o join trip_stops s on s.trip_id = o.trip_id
      where s.delivery_id = ${deliveryId} and o.status = 'live'`;
    return offer!.id;
  };
  const answer = async (offerId: Id, how: "accept" | "decline") =>
    ok(await world.as("courier1").post(`/offers/${offerId}/${how}`, how === "decline" ? { reason: "busy" } : {}));

  it("is not told to a courier who was never shown it, and says why in the ledger", async () => {
    const id = await offered();
    await answer(id, "decline");
    expect(await toCourier(id)).toEqual([]);
    expect([...(await rowsOf(id))]).toEqual([
      { kind: "offer.closed", state: "skipped", skip_reason: "over_before_shown" },
      { kind: "offer.made", state: "skipped", skip_reason: "over_before_shown" },
    ]);
  });

  it("closes the message that stands", async () => {
    const id = await offered();
    const [made] = await toCourier(id);
    ok(
      await bot.post(`/notifications/${made!.id}/receipt`, { leaseId: made!.leaseId, outcome: "sent", messageId: 80 }),
    );
    await answer(id, "decline");
    expect(await toCourier(id)).toMatchObject([{ editMessageId: 80, notification: { kind: "offer.closed" } }]);
  });

  it("waits for the offer that is being sent, and closes it then", async () => {
    const id = await offered();
    const [made] = await toCourier(id);
    await answer(id, "decline");
    expect(await toCourier(id)).toEqual([]);
    ok(
      await bot.post(`/notifications/${made!.id}/receipt`, { leaseId: made!.leaseId, outcome: "sent", messageId: 81 }),
    );
    expect(await toCourier(id)).toMatchObject([{ editMessageId: 81 }]);
  });

  it("is not waited for: an offer that is two thirds over is not shown any more", async () => {
    const id = await offered();
    world.clock.advance(21_000);
    expect(await toCourier(id)).toEqual([]);
    expect([...(await rowsOf(id))]).toEqual([{ kind: "offer.made", state: "skipped", skip_reason: "too_late" }]);
    await answer(id, "decline");
    expect(await toCourier(id)).toEqual([]);
  });

  it("is not foreseen: an offer that leaves time to think is shown", async () => {
    const id = await offered();
    world.clock.advance(19_000);
    expect(await toCourier(id)).toMatchObject([{ notification: { kind: "offer.made" } }]);
    await answer(id, "decline");
  });

  it("is told to whoever took it in the app before the chat showed it", async () => {
    const id = await offered();
    await answer(id, "accept");
    expect(await toCourier(id)).toMatchObject([{ notification: { kind: "offer.closed", status: "accepted" } }]);
  });
});

describe("a trip that a dispatcher gives", () => {
  it("is shown before it rings, so that nobody is rung for what their chat never shows", async () => {
    await startWork(world, "courier2");
    const { deliveryId } = await confirmed(world);
    const courierId = world.seeded.couriers.courier2!;
    ok(await world.as("dispatcher").post(`/deliveries/${deliveryId}/assign`, { courierId }));
    const { notifications } = ok<Claimed>(await world.asBot("courier").post("/notifications/claim", { limit: 1 }));
    expect(notifications).toMatchObject([{ notification: { kind: "trip.card" } }]);
  });
});
