import { afterAll, describe, expect, it } from "vitest";
import type { Applied } from "#api/modules/dispatch/apply-offer";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import { confirmed, round, startWork } from "#sim/testing/courier-at-work";
import { createWorld } from "#sim/testing/world";
import { explainDelivery } from "./explain-delivery";
import { replayRound } from "./replay-round";

const world = await createWorld();
afterAll(() => world.close());
await startWork(world, "courier1");
await startWork(world, "courier2", { lat: 41.34, lng: 69.24 });
const { deliveryId } = await confirmed(world);
await round(world);
const [row] = await world.owner<{ id: string; at: string; parts: RoundPart[]; applied: Applied[] }[]>`
  select id, at, parts::text as parts, applied::text as applied from dispatch_rounds`;
const recorded = {
  id: row!.id,
  at: new Date(row!.at),
  parts: JSON.parse(String(row!.parts)) as RoundPart[],
  applied: JSON.parse(String(row!.applied)) as Applied[],
};

describe("a recorded round", () => {
  it("is decided again as it was decided then", () => {
    expect(replayRound(recorded.parts)).toMatchObject([{ policy: "score", same: true }]);
  });

  it("is seen to differ when what it knew was something else", () => {
    const [part] = recorded.parts;
    const couriers = part!.snapshot.couriers.slice(1);
    expect(replayRound([{ ...part!, snapshot: { ...part!.snapshot, couriers } }])).toMatchObject([{ same: false }]);
  });

  it("tells who was considered for an order, who was asked and why", () => {
    const lines = explainDelivery(deliveryId, [recorded], (id) =>
      id === world.seeded.couriers.courier1 ? "Jasur" : "S",
    );
    const text = lines.join("\n");
    expect(text).toContain("policy score, 2 couriers online");
    expect(text).toMatch(/1\. Jasur: 93\.5 \(.*distance 40.*pickupMetres/);
    expect(text).toContain("decided: exclusive offer to Jasur");
    expect(text).toContain("offered to Jasur, trip");
  });
});
