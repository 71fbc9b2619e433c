import { afterAll, describe, expect, it } from "vitest";
import type { ForecastFacts } from "#api/domain/forecast/forecast-facts";
import { cellOf } from "#api/domain/forecast/travel-factor";
import type { Applied } from "#api/modules/dispatch/apply-offer";
import { acceptanceWeights, dispatchRounds, forecastStatistics } from "#drizzle/schema/index";
import { COUNTER, confirmed, round, startWork } from "#sim/testing/courier-at-work";
import { createWorld } from "#sim/testing/world";
import { comparePolicies } from "./compare-policies";
import { explainDelivery } from "./explain-delivery";
import { inputsOf, type RecordedInputs, replayRound } from "./replay-round";
import { tryPolicy } from "./try-policy";

const world = await createWorld();
afterAll(() => world.close());
const region = { organisationId: world.seeded.organisationId, regionId: world.seeded.regionId };
await learnSlowStreets();
await startWork(world, "courier1");
await startWork(world, "courier2", { lat: 41.34, lng: 69.24 });
const { deliveryId } = await confirmed(world);
await round(world);
const [row] = await world.deps.db.transaction((tx) => tx.select().from(dispatchRounds));
const recorded = { ...row!, ...inputsOf(row!), applied: row!.applied as Applied[] };

/** Streets around the counter take half as long again as usual; somebody has answered an offer. */
async function learnSlowStreets(): Promise<void> {
  const at = world.clock.now();
  const hours = [-1, ...Array.from({ length: 24 }, (_, hour) => hour)];
  const seen = { weight: 400, mean: Math.log(1.5), m2: 10, asOf: at };
  await world.deps.db.insert(forecastStatistics).values(
    hours.flatMap((hour) =>
      ["city", cellOf(COUNTER)].flatMap((place) =>
        ["motorcycle", "car", "bicycle"].map((vehicle) => ({
          ...region,
          kind: "travel",
          subject: `${place}:${vehicle}`,
          hour,
          ...seen,
        })),
      ),
    ),
  );
  const name = `courier:${world.seeded.couriers.courier1}`;
  await world.deps.db.insert(acceptanceWeights).values({ ...region, name, mean: -1.25, precision: 40 });
}

describe("a recorded round", () => {
  it("was decided with what had been learnt, and keeps it", () => {
    const facts = recorded.forecast!;
    expect(Object.values(facts.logFactors).some((factor) => factor > 0.3)).toBe(true);
    expect(facts.acceptance[`courier:${world.seeded.couriers.courier1}`]).toEqual({ mean: -1.25, precision: 40 });
  });

  it("is decided again as it was decided then, to the byte", () => {
    const [part] = replayRound(recorded);
    expect(part).toMatchObject({ policy: "optimised", same: true });
    expect(JSON.stringify(part!.now.objectiveSeconds)).toBe(JSON.stringify(part!.recorded.objectiveSeconds));
  });

  it("is seen to differ when what it knew was something else", () => {
    const [part] = recorded.parts;
    const couriers = part!.snapshot.couriers.slice(1);
    const without = { ...recorded, parts: [{ ...part!, snapshot: { ...part!.snapshot, couriers } }] };
    expect(replayRound(without)).toMatchObject([{ same: false }]);
    const quick: ForecastFacts = { ...recorded.forecast!, logFactors: {} };
    expect(replayRound({ ...recorded, forecast: quick })).toMatchObject([{ same: false }]);
  });

  it("of the time before forecasts were kept is decided by the usual speeds", () => {
    const old: RecordedInputs = { parts: recorded.parts, forecast: null };
    const [part] = replayRound(old);
    const again = { ...old, parts: [{ ...recorded.parts[0]!, decisions: part!.now }] };
    expect(replayRound(again)).toMatchObject([{ same: true }]);
  });

  it("tells who was considered for an order, who was asked and why", () => {
    const lines = explainDelivery(deliveryId, [recorded], (id) =>
      id === world.seeded.couriers.courier1 ? "Jasur" : "S",
    );
    const text = lines.join("\n");
    expect(text).toContain("policy optimised, 2 couriers online");
    expect(text).toMatch(/1\. Jasur: \d+.*costSeconds/);
    expect(text).toContain("decided: exclusive offer to Jasur");
    expect(text).toContain("offered to Jasur, trip");
  });

  it("lets another policy be tried on it, side by side with what was decided", () => {
    const branchId = world.seeded.branches.plov!;
    const { recorded: was, tried } = comparePolicies([recorded], branchId, "broadcast");
    expect(was).toMatchObject({ deliveries: 1, offered: 1, callsForHumans: 0 });
    expect(tried).toMatchObject({ deliveries: 1, offered: 1, pickupMetres: was.pickupMetres });
    expect(comparePolicies([recorded], branchId, "manual").tried).toMatchObject({ offered: 0, callsForHumans: 1 });
    expect(comparePolicies([recorded], world.seeded.organisationId, "manual").tried.deliveries).toBe(0);
  });

  it("is found by the day of its branch's calendar, and on no other", async () => {
    const { db } = world.deps;
    const [last] = await tryPolicy(db, { policy: "queue" });
    expect(last).toMatchObject({ branchId: world.seeded.branches.plov, rounds: 1, tried: { offered: 1 } });
    expect(await tryPolicy(db, { policy: "queue", day: "2026-03-02" })).toHaveLength(1);
    expect(await tryPolicy(db, { policy: "queue", day: "2026-03-01" })).toEqual([]);
    await expect(tryPolicy(db, { policy: "queue", day: "yesterday" })).rejects.toThrow("is no day");
  });
});
