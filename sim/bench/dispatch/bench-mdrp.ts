import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { optimisedPolicy } from "#api/domain/dispatch/optimise/optimised-policy";
import { DEFAULT_SETTINGS, type EngineSettings } from "#api/domain/dispatch/optimise/settings";
import { checkSolution } from "./mdrp/check-solution";
import { engineDispatcher } from "./mdrp/engine-dispatcher";
import { FIGURE_KEYS, type Figures, figuresOf, meanFigures } from "./mdrp/figures";
import { readInstance } from "./mdrp/instance";
import { knownPreparation, meanPreparation } from "./mdrp/preparation";
import { playDay } from "./mdrp/world";
import { writeSolution } from "./mdrp/write-solution";

const { values } = parseArgs({
  options: {
    instances: { type: "string" },
    out: { type: "string" },
    mode: { type: "string", default: "no-drop" },
    policy: { type: "string", default: "optimised" },
    prep: { type: "string", default: "known" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const settings: EngineSettings = { ...DEFAULT_SETTINGS, answerSeconds: 0 };
for (const pair of values.set) {
  const [key, value] = pair.split("=");
  Object.assign(settings, { [key!]: Number(value) });
}
const only = new RegExp(values.only);
const names = readdirSync(values.instances!)
  .filter((name) => only.test(name))
  .sort();
const all: Figures[] = [];
let slowestRoundMs = 0;
for (const name of names) {
  const instance = readInstance(values.instances!, name);
  const dropsLate = values.mode === "cap90";
  const preparation = values.prep === "known" ? knownPreparation : meanPreparation(instance);
  const policy = optimisedPolicy(settings);
  const started = performance.now();
  const dispatcher = engineDispatcher(instance, { policy, preparation, dropsLate, seed: Number(values.seed) });
  const solution = playDay(instance, dispatcher, { everyMinutes: 1, dropsLate });
  slowestRoundMs = Math.max(slowestRoundMs, dispatcher.slowestMs());
  const faults = checkSolution(instance, solution);
  if (faults.length > 0) throw new Error(`${name}: ${faults.slice(0, 5).join("; ")}`);
  if (values.out) writeSolution(values.out, instance, solution);
  const f = figuresOf(instance, solution);
  all.push(f);
  console.error(
    name.padEnd(18),
    FIGURE_KEYS.map((k) => `${k} ${f[k].toFixed(2)}`).join(" "),
    `${((performance.now() - started) / 1000).toFixed(1)} s slowest ${dispatcher.slowestMs().toFixed(0)}`,
  );
}
const m = meanFigures(all);
console.log(
  JSON.stringify({
    instances: names.length,
    ...Object.fromEntries(FIGURE_KEYS.map((k) => [k, Number(m[k].toFixed(3))])),
    slowestRoundMs: Math.round(slowestRoundMs),
  }),
);
