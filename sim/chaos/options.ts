import { parseArgs } from "node:util";

export type ChaosOptions = {
  seed: number;
  seconds: number;
  ordersPerSecond: number;
  naive: boolean;
  /** Keep the folder with logs for a look afterwards. */
  keep: boolean;
};

/** @throws Error with a sentence for whoever typed it */
export function chaosOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string", default: "1" },
      seconds: { type: "string", default: "30" },
      rate: { type: "string", default: "35" },
      naive: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  return {
    seed: wholeNumber("seed", values.seed, 0, 2 ** 31),
    seconds: wholeNumber("seconds", values.seconds, 5, 3_600),
    ordersPerSecond: wholeNumber("rate", values.rate, 1, 200),
    naive: values.naive,
    keep: values.keep,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} wants a whole number from ${least} to ${most}, got "${text}"`);
}
