import { parseArgs } from "node:util";
import type { Milliseconds } from "#shared/kernel/units";

export type SoakOptions = {
  seed: number;
  minutes: number;
  ordersPerSecond: number;
  killEveryMs: Milliseconds;
  /** Keep the folder with logs for a look afterwards. */
  keep: boolean;
};

/**
 * `--minutes` (120), `--rate` (orders a second: 3), `--kill-every` (seconds: 120), `--seed`, `--keep`.
 * @throws Error with a sentence for whoever typed it
 */
export function soakOptions(args: string[]): SoakOptions {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: "string", default: "120" },
      rate: { type: "string", default: "3" },
      "kill-every": { type: "string", default: "120" },
      seed: { type: "string", default: "1" },
      keep: { type: "boolean", default: false },
    },
  });
  const number = (name: "minutes" | "rate" | "kill-every" | "seed", least: number, most: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Error(`--${name} wants a whole number from ${least} to ${most}, got "${values[name]}"`);
  };
  return {
    minutes: number("minutes", 1, 24 * 60),
    ordersPerSecond: number("rate", 1, 50),
    killEveryMs: number("kill-every", 5, 3_600) * 1_000,
    seed: number("seed", 0, 2 ** 31),
    keep: values.keep,
  };
}
