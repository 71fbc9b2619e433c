import { parseArgs } from "node:util";

/** `stand-in`: sends into a file that plays Telegram. `real`: the bots process against the local Telegram. */
export type ChaosBots = "stand-in" | "real";

export type ChaosOptions = {
  seed: number;
  seconds: number;
  ordersPerSecond: number;
  bots: ChaosBots;
  naive: boolean;
  /** Keep the folder with logs for a look afterwards. */
  keep: boolean;
};

/**
 * Orders a second unless told. An order is about ten messages and edits to its customer, and a bot may send thirty a
 * second: at the rush of the stand-in Telegram's limit would be the only thing that is measured.
 */
const USUAL_RATE: Readonly<Record<ChaosBots, string>> = { "stand-in": "35", real: "4" };

/**
 * `--bots real|stand-in`, `--seed`, `--seconds`, `--rate` (orders a second: 35, with the real bots 4), `--naive`, `--keep`.
 * @throws Error with a sentence for whoever typed it
 */
export function chaosOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string", default: "1" },
      seconds: { type: "string", default: "30" },
      rate: { type: "string" },
      bots: { type: "string", default: "stand-in" },
      naive: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  const { bots, naive } = values;
  if (bots !== "real" && bots !== "stand-in") throw new Error(`--bots wants "real" or "stand-in", got "${bots}"`);
  if (bots === "real" && naive) throw new Error("--naive is a stand-in of its own: leave out --bots real");
  return {
    bots,
    naive,
    seed: wholeNumber("seed", values.seed, 0, 2 ** 31),
    seconds: wholeNumber("seconds", values.seconds, 5, 3_600),
    ordersPerSecond: wholeNumber("rate", values.rate ?? USUAL_RATE[bots], 1, 200),
    keep: values.keep,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} wants a whole number from ${least} to ${most}, got "${text}"`);
}
