import { afterAll, describe, expect, it } from "vitest";
import type { AuditList } from "#shared/contracts/audit";
import type { QuoteView } from "#shared/contracts/quote";
import type { ZoneView } from "#shared/contracts/zone";
import { DOOR, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [manager, owner, customer] = [world.as("manager"), world.as("owner"), world.as("customer")];
const branchId = world.seeded.branches.plov!;

/** A square around the customer's door. */
const around = (degrees: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x, y]) => [DOOR.lng + x! * degrees, DOOR.lat + y! * degrees]),
  ],
});
const CHEAP = {
  branchId,
  name: "Round the corner",
  polygon: around(0.005),
  feeRule: { kind: "flat", feeMinor: 300_000 },
  minimumMinor: 1_000,
  promisedMinutes: 25,
};
const fee = async () => ((await customer.post("/quotes", await wish(world))).body as QuoteView).feeMinor;
const bowTie = {
  type: "Polygon",
  coordinates: [
    [
      [69.1, 41.1],
      [69.2, 41.2],
      [69.2, 41.1],
      [69.1, 41.2],
      [69.1, 41.1],
    ],
  ],
};
let zone: ZoneView;

describe("a zone", () => {
  it("that a manager draws changes what the door inside of it pays", async () => {
    expect(await fee()).toBe(1_000_000);
    const drawn = await manager.post("/zones", CHEAP);
    expect(drawn).toMatchObject({ status: 200, body: { name: CHEAP.name, version: 0, currency: "UZS" } });
    zone = drawn.body as ZoneView;
    expect(await fee()).toBe(300_000);
    expect(await customer.get(`/zones/terms?branchId=${branchId}&lat=${DOOR.lat}&lng=${DOOR.lng}`)).toMatchObject({
      body: { zoneId: zone.id, feeMinor: 300_000, promisedMinutes: 25 },
    });
  });

  it("is shown with its border to those who look after it", async () => {
    const reply = await manager.get(`/zones?branchId=${branchId}`);
    expect((reply.body as { zones: ZoneView[] }).zones.find(({ id }) => id === zone.id)).toEqual(zone);
    expect(await customer.get("/zones")).toMatchObject({ status: 403 });
    expect(await world.as("kitchen").get("/zones")).toMatchObject({ status: 403 });
  });

  it("is changed by one of two managers at once; the other is told, and the log names both values", async () => {
    const replies = await Promise.all(
      [manager, owner].map((who, index) =>
        who.patch(`/zones/${zone.id}`, { version: 0, feeRule: { kind: "flat", feeMinor: 400_000 + index } }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({ code: "request.outdated" });
    const { entries } = (await manager.get(`/audit?subjectId=${zone.id}`)).body as AuditList;
    expect(entries[0]).toMatchObject({
      action: "zone.edit",
      before: { feeRule: { kind: "flat", feeMinor: 300_000 } },
      after: { feeRule: { kind: "flat", feeMinor: await fee() } },
    });
  });

  it("is refused when its border crosses itself, drawn or changed", async () => {
    const refused = { status: 422, body: { code: "zone.crosses_itself" } };
    expect(await manager.post("/zones", { ...CHEAP, polygon: bowTie })).toMatchObject(refused);
    expect(await manager.patch(`/zones/${zone.id}`, { version: 1, polygon: bowTie })).toMatchObject(refused);
  });

  it.each([
    [
      "a border that does not end where it began",
      {
        polygon: {
          type: "Polygon",
          coordinates: [
            [
              [1, 1],
              [2, 2],
              [3, 1],
              [2, 0],
            ],
          ],
        },
      },
    ],
    [
      "two corners",
      {
        polygon: {
          type: "Polygon",
          coordinates: [
            [
              [1, 1],
              [2, 2],
              [1, 1],
            ],
          ],
        },
      },
    ],
    [
      "a place that is not on earth",
      {
        polygon: {
          type: "Polygon",
          coordinates: [
            [
              [1, 91],
              [2, 2],
              [3, 1],
              [1, 91],
            ],
          ],
        },
      },
    ],
    ["a price below nothing", { feeRule: { kind: "flat", feeMinor: -1 } }],
    ["a rule that nobody knows", { feeRule: { kind: "dice" } }],
    ["no name", { name: "  " }],
    ["a promise of nothing", { promisedMinutes: 0 }],
  ])("is refused with %s", async (_, change) => {
    expect(await manager.post("/zones", { ...CHEAP, ...change })).toMatchObject({ status: 422 });
  });

  it("is drawn by the management only, and for a branch that is there", async () => {
    expect(await world.as("dispatcher").post("/zones", CHEAP)).toMatchObject({ status: 403 });
    expect(await manager.post("/zones", { ...CHEAP, branchId: world.deps.newId() })).toMatchObject({ status: 404 });
    expect(await manager.patch(`/zones/${world.deps.newId()}`, { version: 0 })).toMatchObject({ status: 404 });
  });

  it("is taken away once, and the door pays what it did before", async () => {
    const replies = await Promise.all([manager, owner].map((who) => who.post(`/zones/${zone.id}/archive`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await fee()).toBe(1_000_000);
  });
});
