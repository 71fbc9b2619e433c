import { afterAll, describe, expect, it } from "vitest";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const { deps, seeded } = world;

describe("the health of a process", () => {
  it("names each dependency", async () => {
    const ok = { ok: true, ms: expect.any(Number) };
    expect(await world.caller().get("/health/ready")).toMatchObject({
      status: 200,
      body: { ready: true, dependencies: { postgres: ok, redis: ok, storage: ok } },
    });
    expect((await world.caller().get("/health/live")).body).toEqual({ alive: true });
  });

  it("is not ready without Redis, and says so", async () => {
    deps.redis.disconnect();
    expect(await world.caller().get("/health/ready")).toMatchObject({
      status: 503,
      body: { ready: false, dependencies: { redis: { ok: false }, postgres: { ok: true } } },
    });
    await deps.redis.connect();
  });
});

describe("the figures", () => {
  const figure = async (name: string) => {
    const text = String((await world.caller().get("/metrics")).body);
    return Number(new RegExp(`^${name} (.+)$`, "m").exec(text)?.[1]);
  };

  it("count what rings, and how old the oldest unsent notification is", async () => {
    expect(await figure("peyk_unacknowledged_alerts")).toBe(0);
    await withActor(deps, systemActor(seeded.organisationId), (work) =>
      openAlert(work, deps, { kind: "delivery_unclaimed", subjectId: deps.newId(), branchId: null }),
    );
    world.clock.advance(7_000);
    expect(await figure("peyk_unacknowledged_alerts")).toBe(1);
    expect(await figure('peyk_oldest_unsent_notification_seconds\\{bot_kind="staff"\\}')).toBe(7);
    expect(await figure('peyk_oldest_unsent_notification_seconds\\{bot_kind="customer"\\}')).toBe(0);
  });

  it("count alarms that wait in their queue", async () => {
    await expect.poll(() => figure('peyk_queue_depth\\{queue="alert-ring"\\}')).toBeGreaterThan(0);
  });
});
