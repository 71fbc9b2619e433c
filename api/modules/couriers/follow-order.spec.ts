import { afterAll, describe, expect, it } from "vitest";
import { assignedTo, ok, share, startWork } from "#sim/testing/courier-at-work";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const customer = world.as("customer");
const ON_THE_WAY = { lat: 41.3269, lng: 69.2356 };

describe("where an order is", () => {
  it("is told to its customer from pick-up to hand-over, and never before or after", async () => {
    await startWork(world, "courier1");
    const { orderId, deliveryId, pin } = await assignedTo(world, "courier1");
    const position = async () => ok<{ position: unknown }>(await customer.get(`/orders/${orderId}/position`)).position;
    const act = async (action: string, body = {}) =>
      ok(await world.as("courier1").post(`/deliveries/${deliveryId}/${action}`, body));

    expect(await position()).toBeNull();
    await act("arrive", { at: "pickup" });
    expect(await position()).toBeNull();
    await act("pick-up");
    world.clock.advance(5_000);
    await share(world, "courier1", ON_THE_WAY);
    expect(await position()).toMatchObject({
      lat: expect.closeTo(ON_THE_WAY.lat, 4),
      lng: expect.closeTo(ON_THE_WAY.lng, 4),
      at: world.clock.now().toISOString(),
    });
    expect(await world.as("courier2").get(`/orders/${orderId}/position`)).toMatchObject({
      status: 404,
      body: { code: "order.not_found" },
    });
    await act("arrive", { at: "dropoff" });
    await act("hand-over", { proof: { kind: "pin", pin } });
    expect(await position()).toBeNull();
  });
});
