import { parseArgs } from "node:util";
import { secondsOf } from "#sim/bench/dispatch/city/read-day";

export type ReplayOptions = {
  /** A folder with a recorded day, see `readDay`. */
  day: string;
  /** Orders placed in between, in seconds since midnight. */
  fromS: number;
  toS: number;
  /** Times as fast as it was; turned down where the machine cannot follow. */
  speed: number;
  /** Share of the recorded couriers that comes to work. */
  fleet: number;
  /** `telegram`: real bots in the local Telegram; `api`: what bots would hear and say, said and heard by the run itself. */
  through: "api" | "telegram";
  seed: number;
  /** Keep the folder with logs and database for a look afterwards. */
  keep: boolean;
};

/** As fast as the clock of the product may be set. */
const SPEED_MAX = 1_000;

/** @throws Error with a sentence for whoever typed it */
export function replayOptions(args: string[]): ReplayOptions {
  const { values } = parseArgs({
    args,
    options: {
      day: { type: "string" },
      from: { type: "string", default: "00:00" },
      to: { type: "string", default: "24:00" },
      speed: { type: "string", default: "10" },
      fleet: { type: "string", default: "1" },
      through: { type: "string", default: "api" },
      seed: { type: "string", default: "1" },
      keep: { type: "boolean", default: false },
    },
  });
  const { day, through, keep } = values;
  if (!day) throw new Error("--day wants the folder of a recorded day");
  if (through !== "api" && through !== "telegram")
    throw new Error(`--through wants "api" or "telegram", got "${through}"`);
  const [fromS, toS] = [timeOf("from", values.from), timeOf("to", values.to)];
  if (fromS >= toS) throw new Error(`--from ${values.from} is not before --to ${values.to}`);
  const speed = number("speed", values.speed, { above: 0, most: SPEED_MAX });
  const fleet = number("fleet", values.fleet, { above: 0, most: 1 });
  return { day, fromS, toS, speed, fleet, through, seed: Math.trunc(number("seed", values.seed, {})), keep };
}

function timeOf(name: string, text: string): number {
  try {
    return secondsOf(text);
  } catch {
    throw new Error(`--${name} wants a time of day like 18:30, got "${text}"`);
  }
}

function number(name: string, text: string, { above = -1, most = 2 ** 31 }: { above?: number; most?: number }): number {
  const value = Number(text);
  if (text.trim() !== "" && value > above && value <= most) return value;
  throw new Error(`--${name} wants a number above ${above} and not above ${most}, got "${text}"`);
}
