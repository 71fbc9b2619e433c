import fc from "fast-check";
import { expect, test } from "vitest";
import { etaOf, promiseOf, rangeOf } from "./eta";
import { etaPartsOf } from "./eta-parts";
import type { Journey } from "./journey";
import { ETA_STAGES, nothingLearnt } from "./knowledge";
import { journeyAt, learnJourney } from "./learn-journey";

const NOON_MS = 1_772_434_800_000;
const MINUTE_MS = 60_000;
const gap = fc.integer({ min: 0, max: 60 });

/** A journey whose events follow each other by so many minutes. */
const journey = fc
  .record({ confirm: gap, cook: gap, assign: gap, counter: gap, fetch: gap, ride: gap, door: gap, load: gap })
  .map(({ confirm, cook, assign, counter, fetch, ride, door, load }): Journey => {
    const at = (...minutes: number[]) => NOON_MS + minutes.reduce((sum, each) => sum + each, 0) * MINUTE_MS;
    const fetched = [confirm, assign, counter, cook, fetch];
    return {
      setting: {
        branchId: "plov",
        counter: { lat: 41.31, lng: 69.24 },
        usualPreparationSeconds: 1_200,
        timezone: "Asia/Tashkent",
        handling: {
          beforePickupSeconds: 60,
          afterPickupSeconds: 30,
          beforeDropoffSeconds: 90,
          afterDropoffSeconds: 30,
        },
      },
      placedMs: NOON_MS,
      load: load / 10,
      confirmedMs: at(confirm),
      cookingFromMs: null,
      saidReadyMs: null,
      readyMs: at(confirm, cook),
      ride: { vehicle: "motorcycle", assignedMs: at(confirm, assign), counterMetres: 900 },
      atCounterMs: at(confirm, assign, counter),
      fetchedMs: at(...fetched),
      doors: [{ lat: 41.33, lng: 69.27 }],
      doorsDone: 1,
      atDoorMs: at(...fetched, ride),
      deliveredMs: at(...fetched, ride, door),
      legs: [],
    };
  });

test("tells quantiles in their order, and never a time that has passed, at every event of any journey", () => {
  fc.assert(
    fc.property(fc.array(journey, { maxLength: 6 }), journey, (before, now) => {
      const lessons = nothingLearnt();
      for (const each of before) learnJourney(lessons, each);
      for (const stage of ETA_STAGES) {
        const seen = journeyAt(now, stage)!;
        const { p20Ms, p50Ms, p80Ms } = etaOf(lessons, etaPartsOf(lessons, seen)!);
        expect(p20Ms).toBeGreaterThanOrEqual(seen.nowMs);
        expect(p50Ms).toBeGreaterThanOrEqual(p20Ms);
        expect(p80Ms).toBeGreaterThanOrEqual(p50Ms);
        expect(Number.isFinite(p80Ms)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("promises no earlier than P80, on a round time of day", () => {
  const eta = { p20Ms: NOON_MS + 61_000, p50Ms: NOON_MS + 500_000, p80Ms: NOON_MS + 601_000 };
  expect(promiseOf(eta)).toBe(NOON_MS + 15 * MINUTE_MS);
  expect(rangeOf(eta)).toEqual({ fromMs: NOON_MS, toMs: NOON_MS + 15 * MINUTE_MS });
});

test("expects an order later where couriers have too much to do", () => {
  const lessons = nothingLearnt();
  const [calm, swamped] = fc.sample(journey, { numRuns: 2, seed: 4 }) as [Journey, Journey];
  const slow = (of: Journey, load: number, lateMinutes: number): Journey => ({
    ...of,
    load,
    fetchedMs: NOON_MS + (25 + lateMinutes) * MINUTE_MS,
    deliveredMs: NOON_MS + (45 + lateMinutes) * MINUTE_MS,
  });
  for (let i = 0; i < 60; i++) {
    learnJourney(lessons, slow(calm, 0.8, 0));
    learnJourney(lessons, slow(swamped, 2.8, 30));
  }
  const placedAt = (load: number) => etaOf(lessons, etaPartsOf(lessons, journeyAt({ ...calm, load }, "placed"))!).p50Ms;
  expect(placedAt(2.8)).toBeGreaterThan(placedAt(0.8) + 15 * MINUTE_MS);
});
