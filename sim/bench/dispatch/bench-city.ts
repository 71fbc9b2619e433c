import { parseArgs } from "node:util";
import { optimisedPolicy } from "#api/domain/dispatch/optimise/optimised-policy";
import { DEFAULT_SETTINGS } from "#api/domain/dispatch/optimise/settings";
import { broadcastPolicy, scorePolicy } from "#api/domain/dispatch/score-policy";
import { seededRandom } from "#shared/kernel/random";
import { cityFigures } from "./city/city-figures";
import { playCity } from "./city/city-world";
import { type CityOrder, readDay, secondsOf } from "./city/read-day";
import { nearestIdlePolicy } from "./nearest-idle-policy";

/*
 * A recorded city day under a policy: bun run bench:city -- --day DIR --from 10:00 --to 15:00 --fleet 0.3
 *   --orders-factor 2   every order so many times      --reject 0.15    share of offers that run out
 *   --policy greedy|optimised|broadcast|score           --fairness 300   seconds a trip is worth to who earns least
 */
const { values } = parseArgs({
  options: {
    day: { type: "string" },
    from: { type: "string", default: "10:00" },
    to: { type: "string", default: "15:00" },
    fleet: { type: "string", default: "1" },
    "orders-factor": { type: "string", default: "1" },
    reject: { type: "string", default: "0" },
    policy: { type: "string", default: "optimised" },
    fairness: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "100000" },
    set: { type: "string", multiple: true, default: [] },
  },
});

const overrides = Object.fromEntries(values.set.map((pair) => [pair.split("=")[0], Number(pair.split("=")[1])]));
const settings = { ...DEFAULT_SETTINGS, fairnessSeconds: Number(values.fairness), ...overrides };
const policies = {
  greedy: nearestIdlePolicy,
  optimised: optimisedPolicy(settings),
  broadcast: broadcastPolicy,
  score: scorePolicy,
};
const policy = policies[values.policy as keyof typeof policies];
if (!values.day || !policy) throw new Error("bench:city needs --day DIR and a known --policy");

const [fromS, toS] = [secondsOf(values.from), secondsOf(values.to)];
const seed = Number(values.seed);
const day = readDay(values.day);
const random = seededRandom(seed);
const couriers = day.couriers.filter(() => random() < Number(values.fleet));
const orders = multiplied(day.orders.filter(({ placedS }) => placedS >= fromS && placedS < toS)).sort(
  (a, b) => a.placedS - b.placedS,
);
const present = couriers.filter(({ onS, offS }) => offS > fromS && onS < toS);
console.error(`${orders.length} orders, ${present.length} couriers, policy ${policy.name}`);
const run = playCity(orders, present, {
  policy,
  fromS,
  toS,
  everyS: 30,
  rejectShare: Number(values.reject),
  seed,
  budgetSteps: Number(values.steps),
  onProgress: (clockS, waiting) => {
    if (clockS % 1_800 === 0) console.error(`${clockS / 3_600} h: ${waiting} waiting`);
  },
});
console.log(JSON.stringify(cityFigures(run, orders, present, { fromS, toS })));

/** Copies keep their place and time, a few seconds apart. */
function multiplied(orders: readonly CityOrder[]): CityOrder[] {
  const factor = Number(values["orders-factor"]);
  return orders.flatMap((order) =>
    Array.from({ length: factor }, (_, i) => ({
      ...order,
      id: i === 0 ? order.id : `${order.id}x${i}`,
      placedS: order.placedS + 7 * i,
    })),
  );
}
