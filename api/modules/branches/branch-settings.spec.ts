import { afterAll, describe, expect, it } from "vitest";
import type { AuditList } from "#shared/contracts/audit";
import type { BranchSettings } from "#shared/contracts/branch-settings";
import { placed, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [manager, owner, customer, dispatcher] = (["manager", "owner", "customer", "dispatcher"] as const).map((key) =>
  world.as(key),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
];
const plov = world.seeded.branches.plov!;
const path = `/branches/${plov}/settings`;
const read = async () => (await manager.get(path)).body as BranchSettings;
const change = async (parts: Record<string, unknown>) =>
  manager.patch(path, { version: (await read()).version, ...parts });
const changes = async () => ((await manager.get(`/audit?subjectId=${plov}`)).body as AuditList).entries;

describe("the settings of a branch", () => {
  it("are for the management alone, and nothing to strangers", async () => {
    expect((await manager.get(path)).status).toBe(200);
    for (const who of [dispatcher, customer]) expect(await who.get(path)).toMatchObject({ status: 403 });
    expect(await dispatcher.patch(path, { version: 0 })).toMatchObject({ status: 403 });
    expect(await manager.get(`/branches/${world.deps.newId()}/settings`)).toMatchObject({ status: 404 });
  });

  it("are recorded by the value that was and the one that is, and only where they differ", async () => {
    const { details } = await read();
    const reply = await change({ details: { ...details, phone: "+998000000077", preparationMinutes: 22 } });
    expect(reply).toMatchObject({ status: 200, body: { details: { phone: "+998000000077" }, version: 1 } });
    expect((await changes())[0]).toMatchObject({
      action: "branch.edit",
      before: { phone: details.phone, preparationMinutes: 15 },
      after: { phone: "+998000000077", preparationMinutes: 22 },
      subjectName: "Osh Markazi, Chorsu",
    });
  });

  it("that are saved as they were change nothing and record nothing", async () => {
    const before = await changes();
    const { details, hours, holidays, dispatch, alerts, pay, version } = await read();
    const reply = await manager.patch(path, { version, details, hours, holidays, dispatch, alerts, pay });
    expect(reply).toMatchObject({ status: 200, body: { version } });
    expect(await changes()).toEqual(before);
  });

  it("are changed by one of two managers at once; the other is told", async () => {
    const { version, details } = await read();
    const replies = await Promise.all(
      [manager, owner].map((who, index) =>
        who.patch(path, { version, details: { ...details, addressText: `Chorsu ${index}` } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [told] = replies.filter(({ status }) => status === 409);
    expect(told!.body).toMatchObject({ code: "request.outdated", details: { version: version + 1 } });
  });

  it("take hours that decide whether customers can order", async () => {
    const { hours } = await read();
    expect(await change({ hours: [{ weekday: 1, opensMinute: 1_200, closesMinute: 120 }] })).toMatchObject({
      status: 200,
    });
    expect(await customer.post("/quotes", await wish(world))).toMatchObject({ body: { code: "branch.closed" } });
    expect(await change({ hours })).toMatchObject({ status: 200 });
    expect((await customer.post("/quotes", await wish(world))).status).toBe(200);
  });

  it("take a holiday, closed or with hours of its own", async () => {
    const day = "2026-03-02";
    await change({ holidays: [{ day, opensMinute: null, closesMinute: null }] });
    expect(await customer.post("/quotes", await wish(world))).toMatchObject({ body: { code: "branch.closed" } });
    await change({ holidays: [{ day, opensMinute: 600, closesMinute: 1_320 }] });
    expect((await customer.post("/quotes", await wish(world))).status).toBe(200);
    await change({ holidays: [] });
  });

  it.each([
    [
      "hours that overlap",
      { hours: [1, 2].map((hour) => ({ weekday: 1, opensMinute: hour * 60, closesMinute: 600 })) },
    ],
    [
      "Sunday's night that runs into Monday's morning",
      {
        hours: [
          { weekday: 7, opensMinute: 1_200, closesMinute: 300 },
          { weekday: 1, opensMinute: 240, closesMinute: 600 },
        ],
      },
    ],
    [
      "the same holiday twice",
      { holidays: [1, 2].map(() => ({ day: "2026-01-01", opensMinute: null, closesMinute: null })) },
    ],
    ["a day that does not exist", { holidays: [{ day: "2026-02-30", opensMinute: null, closesMinute: null }] }],
    ["a search that ends before it begins", { dispatch: { radiusMetres: 5_000, maxRadiusMetres: 1_000 } }],
    ["a policy that nobody knows", { dispatch: { policy: "luck" } }],
    ["rings that never end", { alerts: { ringEverySeconds: 1, ringsPerLevel: 4 } }],
    ["pay below nothing", { pay: { baseMinor: -1, perKmMinor: 0, perExtraStopMinor: 0 } }],
  ])("refuse %s", async (_, parts) => {
    expect(await change(parts)).toMatchObject({ status: 422, body: { code: "request.invalid" } });
  });

  it("keep script in a name as the text that it is", async () => {
    const { details } = await read();
    const en = "<script>alert(1)</script>";
    expect(await change({ details: { ...details, name: { en } } })).toMatchObject({
      body: { details: { name: { en } } },
    });
    await change({ details });
  });

  it("say how an alert of the branch rings", async () => {
    await change({ alerts: { ringEverySeconds: 90, ringsPerLevel: 2 } });
    const order = await placed(world);
    const gap = await world.owner`
      select extract(epoch from ring_again_at - opened_at)::int as seconds from alerts where subject_id = ${order.id}`;
    expect(gap).toEqual([{ seconds: 90 }]);
  });
});

describe("a further branch", () => {
  it("works like one that is there, and sells nothing until it has a zone", async () => {
    const body = {
      likeBranchId: plov,
      name: { en: "Osh Markazi, Sergeli" },
      addressText: "Sergeli",
      phone: null,
      point: { lat: 41.22, lng: 69.22 },
    };
    const opened = (await manager.post("/branches", body)).body as BranchSettings;
    expect(opened).toMatchObject({ version: 0, details: { offersPickup: false }, hours: (await read()).hours });
    const near = (await customer.get("/branches?lat=41.22&lng=69.22")).body as { id: string }[];
    expect(near.map(({ id }) => id)).not.toContain(opened.id);
    expect(await manager.post(`/branches/${opened.id}/archive`)).toMatchObject({ status: 200 });
    expect(await manager.get(`/branches/${opened.id}/settings`)).toMatchObject({ status: 404 });
  });

  it("is closed once, and not while orders are open", async () => {
    expect(await manager.post(`/branches/${plov}/archive`)).toMatchObject({ body: { code: "branch.has_orders" } });
    const other = world.seeded.branches.noodle!;
    const replies = await Promise.all([manager, owner].map((who) => who.post(`/branches/${other}/archive`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await dispatcher.post(`/branches/${plov}/archive`)).toMatchObject({ status: 403 });
  });
});
