import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { optimisedPolicy } from "#api/domain/dispatch/optimise/optimised-policy";
import { DEFAULT_SETTINGS } from "#api/domain/dispatch/optimise/settings";
import type { Journey } from "#api/domain/forecast/journey";
import { nothingLearnt } from "#api/domain/forecast/knowledge";
import { engineDispatcher } from "#sim/bench/dispatch/mdrp/engine-dispatcher";
import { type Instance, readInstance } from "#sim/bench/dispatch/mdrp/instance";
import { meanPreparation } from "#sim/bench/dispatch/mdrp/preparation";
import { playDay } from "#sim/bench/dispatch/mdrp/world";
import { mean } from "#sim/bench/dispatch/statistics";
import { dayJourneys, meanOfOthers, restaurantMean, type ToldMinutes } from "./day-journeys";
import { judgeDay, teach, type Verdict, type Verdicts } from "./judge";

const { values } = parseArgs({
  options: {
    instances: { type: "string" },
    /** Seeds are the first digits of an instance's name: days of one setting that share nothing but their city. */
    train: { type: "string", default: "012" },
    judge: { type: "string", default: "34" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
if (!values.instances) throw new Error("say where the instances are: --instances DIR");
const folder = values.instances;

/** What the forecaster is told of a restaurant, and whether it learns on while it is judged. */
type Variant = { name: string; told: (instance: Instance) => ToldMinutes; goesOn: boolean };
const VARIANTS: readonly Variant[] = [
  { name: "restaurant mean, learning on", told: restaurantMean, goesOn: true },
  { name: "restaurant mean, no more learning", told: restaurantMean, goesOn: false },
  { name: "mean of its other orders, learning on", told: meanOfOthers, goesOn: true },
];

const DAY_MS = 86_400_000;
const EPOCH_MS = 20_000 * DAY_MS;

/** A day of an instance, played once by the live engine with uncertain preparation. */
type Played = { instance: Instance; journeys: (told: ToldMinutes) => Journey[] };

function play(name: string, day: number): Played {
  const instance = readInstance(folder, name);
  const policy = optimisedPolicy({ ...DEFAULT_SETTINGS, answerSeconds: 0 });
  const options = { policy, preparation: meanPreparation(instance), dropsLate: false, seed: Number(values.seed) };
  const solution = playDay(instance, engineDispatcher(instance, options), { everyMinutes: 1, dropsLate: false });
  const dayStartMs = EPOCH_MS + day * DAY_MS;
  return { instance, journeys: (told) => dayJourneys(instance, solution, { dayStartMs, told }) };
}

const startedMs = performance.now();
const names = readdirSync(folder).filter((name) => /^\d/.test(name) && new RegExp(values.only).test(name));
const settings = [...new Set(names.map((name) => name.slice(1)))].sort();
const collected = VARIANTS.map((): Verdicts => ({ placed: [], picked_up: [] }));
for (const [i, setting] of settings.entries()) {
  const days = (seeds: string) =>
    [...seeds].filter((seed) => names.includes(seed + setting)).map((seed) => play(seed + setting, Number(seed)));
  const past = days(values.train);
  const future = days(values.judge);
  for (const [v, { told, goesOn }] of VARIANTS.entries()) {
    const lessons = nothingLearnt();
    teach(
      lessons,
      past.map(({ instance, journeys }) => journeys(told(instance))),
    );
    for (const { instance, journeys } of future) {
      const verdicts = judgeDay(lessons, journeys(told(instance)), { goesOn });
      collected[v]!.placed.push(...verdicts.placed);
      collected[v]!.picked_up.push(...verdicts.picked_up);
    }
  }
  console.error(`${i + 1}/${settings.length} ${setting} ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`);
}

const percent = (verdicts: readonly Verdict[], kept: (verdict: Verdict) => boolean): number =>
  Number(((100 * verdicts.filter(kept).length) / verdicts.length).toFixed(2));
const figuresOf = ({ placed, picked_up }: Verdicts) => ({
  n: placed.length,
  coverageP80: percent(placed, ({ withinP80 }) => withinP80),
  maePlacementMin: Number(mean(placed.map(({ errorMinutes }) => errorMinutes)).toFixed(3)),
  coverageP80Pickup: percent(picked_up, ({ withinP80 }) => withinP80),
  maePickupMin: Number(mean(picked_up.map(({ errorMinutes }) => errorMinutes)).toFixed(3)),
  promiseKept: percent(placed, ({ withinPromise }) => withinPromise),
});
const rows = VARIANTS.map(({ name }, v) => ({ told: name, ...figuresOf(collected[v]!) }));
console.table(rows);
const { told: _, ...main } = rows[0]!;
console.log(JSON.stringify(main));
