import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { optimisedPolicy } from "#api/domain/dispatch/optimise/optimised-policy";
import { DEFAULT_SETTINGS, type EngineSettings } from "#api/domain/dispatch/optimise/settings";
import { queuePolicy } from "#api/domain/dispatch/queue-policy";
import { scorePolicy } from "#api/domain/dispatch/score-policy";
import { checkSolution, type RideRule } from "./mdrp/check-solution";
import { engineDispatcher } from "./mdrp/engine-dispatcher";
import { FIGURE_KEYS, type Figures, figuresOf, meanFigures } from "./mdrp/figures";
import { type Instance, readInstance } from "./mdrp/instance";
import { nearestIdleDispatcher } from "./mdrp/nearest-idle";
import { knownPreparation, meanPreparation } from "./mdrp/preparation";
import { REYES_ROUND_MINUTES, reyesDispatcher } from "./mdrp/reyes";
import { type Dispatcher, playDay } from "./mdrp/world";
import { writeSolution } from "./mdrp/write-solution";

/*
 * The public meal delivery days under the live engine: bun run bench:mdrp -- --instances DIR --out DIR
 *   --mode no-drop|cap90   --prep known|uncertain   --seed N   --policy optimised|score|queue
 *   --only REGEX           these instances only        --set name=value   another weight of the engine
 *   --rows false           without the rows for greedy nearest idle and Reyes' method
 */
const { values } = parseArgs({
  options: {
    instances: { type: "string" },
    out: { type: "string" },
    mode: { type: "string", default: "no-drop" },
    policy: { type: "string", default: "optimised" },
    prep: { type: "string", default: "known" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    rows: { type: "string", default: "true" },
    set: { type: "string", multiple: true, default: [] },
  },
});

// Everybody accepts at once here: no offer goes out early to leave time for an answer.
const overrides = values.set.map((pair) => [pair.split("=")[0]!, Number(pair.split("=")[1])]);
const settings: EngineSettings = { ...DEFAULT_SETTINGS, answerSeconds: 0, ...Object.fromEntries(overrides) };
const policies = { optimised: optimisedPolicy(settings), score: scorePolicy, queue: queuePolicy };
const policy = policies[values.policy as keyof typeof policies];
if (!values.instances || !policy) throw new Error("bench:mdrp needs --instances DIR and a known --policy");
if (!["no-drop", "cap90"].includes(values.mode)) throw new Error(`--mode is no-drop or cap90, not ${values.mode}`);
if (!["known", "uncertain"].includes(values.prep)) throw new Error(`--prep is known or uncertain, not ${values.prep}`);
const dropsLate = values.mode === "cap90";

type Timed = Figures & { rounds: number; slowestRoundMs: number };
type Method = {
  name: string;
  everyMinutes: number;
  rides: RideRule;
  /** Minutes from placement to door that it promises to keep. */
  latest(instance: Instance): number;
  dispatcherFor(instance: Instance): Dispatcher;
};

const engine: Method = {
  name: policy.name,
  everyMinutes: 1,
  // With uncertain kitchens somebody may wait in vain: a ride without an assignment.
  rides: values.prep === "uncertain" ? "in-vain" : "assigned",
  // A slow kitchen can break what nobody could foresee.
  latest: ({ maximumMinutes }) => (dropsLate && values.prep === "known" ? maximumMinutes : Number.POSITIVE_INFINITY),
  dispatcherFor(instance) {
    const preparation = values.prep === "known" ? knownPreparation : meanPreparation(instance);
    return engineDispatcher(instance, { policy, preparation, dropsLate, seed: Number(values.seed) });
  },
};
const always = () => Number.POSITIVE_INFINITY;
const rows: Method[] = [
  { name: "greedy", everyMinutes: 1, rides: "assigned", latest: always, dispatcherFor: () => nearestIdleDispatcher },
  {
    name: "reyes",
    everyMinutes: REYES_ROUND_MINUTES,
    rides: "ahead",
    latest: always,
    dispatcherFor: () => reyesDispatcher,
  },
];

const only = new RegExp(values.only);
const names = readdirSync(values.instances)
  .filter((name) => only.test(name))
  .sort();
const instances = names.map((name) => readInstance(values.instances!, name));
const results = new Map<string, Timed>();
for (const method of values.rows === "true" ? [...rows, engine] : [engine]) results.set(method.name, runAll(method));

for (const [name, figures] of results) console.error(`${name.padEnd(12)} ${textOf(figures)}`);
const { rounds, slowestRoundMs, ...figures } = results.get(engine.name)!;
console.log(
  JSON.stringify({ instances: names.length, ...rounded(figures), rounds, slowestRoundMs: Math.round(slowestRoundMs) }),
);

function runAll(method: Method): Timed {
  const all: Figures[] = [];
  let rounds = 0;
  let slowestRoundMs = 0;
  for (const instance of instances) {
    const dispatcher = method.dispatcherFor(instance);
    const timed: Dispatcher = (moment) => {
      rounds += 1;
      const startedMs = performance.now();
      const sent = dispatcher(moment);
      slowestRoundMs = Math.max(slowestRoundMs, performance.now() - startedMs);
      return sent;
    };
    const solution = playDay(instance, timed, { everyMinutes: method.everyMinutes, dropsLate });
    const faults = checkSolution(instance, solution, method.rides, method.latest(instance));
    if (faults.length > 0) throw new Error(`${method.name}, ${instance.name}: ${faults.slice(0, 5).join("; ")}`);
    if (values.out && method === engine) writeSolution(values.out, instance, solution);
    const figures = figuresOf(instance, solution);
    all.push(figures);
    console.error(`${method.name.padEnd(10)} ${instance.name.padEnd(17)} ${textOf(figures)}`);
  }
  return { ...meanFigures(all), rounds, slowestRoundMs };
}

function textOf(figures: Figures): string {
  return FIGURE_KEYS.map((key) => `${key} ${figures[key].toFixed(2)}`).join("  ");
}

function rounded(figures: Figures): Record<string, number> {
  return Object.fromEntries(FIGURE_KEYS.map((key) => [key, Math.round(figures[key] * 1_000) / 1_000]));
}
