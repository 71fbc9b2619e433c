import { afterAll, describe, expect, it } from "vitest";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { NotificationKind } from "#shared/contracts/notifications";
import type { Claimed } from "#shared/contracts/outlet";
import type { View } from "#shared/contracts/views";
import type { BotKind } from "#shared/kernel/role";
import { askAtOnce } from "#sim/testing/ask-at-once";
import { assignedTo, confirmed, startWork } from "#sim/testing/courier-at-work";
import { placed, plainItem } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const { deps, seeded, owner } = world;
await askAtOnce(world); // each order by itself

/** What every recipient of this bot is shown now; nothing is reported, so each is shown once. */
const shown = async (bot: BotKind) => {
  const reply = await world.asBot(bot).post("/notifications/claim", { limit: 50 });
  return (reply.body as Claimed).notifications;
};
const viewOf = async (bot: BotKind, kind: NotificationKind): Promise<View | undefined> =>
  (await shown(bot)).find(({ notification }) => notification.kind === kind)?.view;
const settleAll = () => owner`update notifications set state = 'sent' where state = 'due'`;

describe("what a bot writes from", () => {
  it("is each reader's own order when many are told at once, and nothing for who may not see it", async () => {
    await settleAll();
    const orders = [await confirmed(world), await confirmed(world), await confirmed(world)];
    // One of them is another's by now.
    await owner`update orders set account_id = ${seeded.accounts.manager!} where id = ${orders[1]!.orderId}`;
    const all = await shown("customer");
    const cards = all.filter(({ notification }) => notification.kind === "order.card");
    const seen = orders.map(
      ({ orderId }) =>
        cards.find(({ notification }) => "orderId" in notification && notification.orderId === orderId)?.view,
    );
    expect(seen).toMatchObject([
      { kind: "order", order: { id: orders[0]!.orderId, delivery: { pin: orders[0]!.pin } }, eta: expect.anything() },
      { kind: "gone" },
      { kind: "order", order: { id: orders[2]!.orderId, delivery: { pin: orders[2]!.pin } }, eta: expect.anything() },
    ]);
    const news = all.flatMap(({ notification, view }) =>
      notification.kind === "order.news" ? [{ notification, view }] : [],
    );
    expect(news.length).toBeGreaterThan(1);
    for (const { notification, view } of news)
      expect(view).toMatchObject({ kind: "order_brief", order: { id: notification.orderId } });
  });

  it("is the order with its PIN for the customer, and without for the kitchen", async () => {
    await settleAll();
    const { orderId, pin } = await confirmed(world);
    expect(await viewOf("customer", "order.card")).toMatchObject({
      kind: "order",
      order: { id: orderId, status: "confirmed", delivery: { pin } },
    });
    expect(await viewOf("staff", "order.board_card")).toMatchObject({
      kind: "order",
      order: { id: orderId, delivery: { pin: null } },
    });
  });

  it("is the order as it is now, not as it was when the notification was written", async () => {
    await settleAll();
    const order = await placed(world);
    await owner`update orders set status = 'confirmed' where id = ${order.id}`;
    expect(await viewOf("customer", "order.card")).toMatchObject({ order: { status: "confirmed" } });
    await owner`update orders set status = 'placed' where id = ${order.id}`;
  });

  it("is the trip with its doors for the courier who drives it", async () => {
    await startWork(world, "courier1");
    await settleAll();
    await assignedTo(world, "courier1");
    expect(await viewOf("courier", "trip.card")).toMatchObject({
      kind: "trip",
      trip: { status: "active", stops: [{ kind: "pickup" }, { kind: "dropoff" }] },
    });
  });

  it("is an alert with its order, found by its delivery too, and what else rings for the same person", async () => {
    await settleAll();
    const { orderId, deliveryId } = await confirmed(world);
    await withActor(deps, systemActor(seeded.organisationId), async (work) => {
      await openAlert(work, deps, { kind: "delivery_unclaimed", subjectId: deliveryId, branchId: null });
      await openAlert(work, deps, { kind: "courier_panic", subjectId: seeded.couriers.courier2!, branchId: null });
    });
    const views = (await shown("staff")).map(({ view }) => view).filter((view) => view.kind === "alert");
    const about = (kind: string) => views.find((view) => view.alert.kind === kind);
    expect(about("delivery_unclaimed")).toMatchObject({ order: { id: orderId }, courier: null });
    expect(about("courier_panic")).toMatchObject({ order: null, courier: { firstName: "Sergey", vehicle: "car" } });
    expect(about("courier_panic")!.alsoRinging.map(({ kind }) => kind)).toContain("delivery_unclaimed");
  });

  it("is the day of a branch by its own calendar", async () => {
    await settleAll();
    const branchId = seeded.branches.noodle!;
    const { id: itemId } = await plainItem(world, branchId);
    const collected = { branchId, fulfilment: "pickup", dropoff: null, lines: [{ itemId, quantity: 1 }] };
    const order = await placed(world, collected);
    await owner`update orders set status = 'delivered', closed_at = placed_at + interval '30 minutes' where id = ${order.id}`;
    const tell = (day: string) =>
      withActor(deps, systemActor(seeded.organisationId), async (work) =>
        work.notify({
          recipientId: seeded.accounts.manager!,
          botId: seeded.bots.staff!,
          version: Number(day.slice(-2)),
          body: { kind: "day.summary", branchId, day },
        }),
      );
    await tell("2026-03-02");
    expect(await viewOf("staff", "day.summary")).toMatchObject({
      kind: "day",
      summary: { placed: 1, delivered: 1, lost: 0, medianMinutes: 30, salesMinor: order.totalMinor },
    });
    await tell("2026-03-01");
    expect(await viewOf("staff", "day.summary")).toMatchObject({ summary: { placed: 0, salesMinor: 0 } });
  });

  it("is nothing once the recipient may not see it any more", async () => {
    await settleAll();
    await placed(world);
    await owner`update memberships set status = 'suspended' where account_id = ${seeded.accounts.kitchen!}`;
    await deps.redis.del(deps.keys.actor(seeded.organisationId, seeded.accounts.kitchen!, seeded.bots.staff!));
    expect(await viewOf("staff", "order.board_card")).toEqual({ kind: "gone" });
  });
});
