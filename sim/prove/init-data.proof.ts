import { sign } from "@telegram-apps/init-data-node";
import { readInitData } from "#api/modules/sign-in/read-init-data";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { Random } from "#shared/kernel/random";
import { Refusal } from "#shared/kernel/refusal";
import { type Proof, pick, tally, wholeBelow } from "./proof";

const [bot, otherBot] = LOCAL_BOTS;
const MAX_AGE_SECONDS = 3_600;
const CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789%&=+{}\"':,-_./";

/** Ways to turn a genuine initData into one that must not open anything, or that at least must not mean anything else. */
const MUTATIONS: Record<string, (genuine: string, random: Random, now: Date) => string> = {
  "a character changed": (text, random) =>
    replaceAt(text, wholeBelow(random, text.length), pick(random, [...CHARACTERS])),
  "a character taken out": (text, random) => replaceAt(text, wholeBelow(random, text.length), ""),
  "a stretch taken out": (text, random) => {
    const from = wholeBelow(random, text.length);
    return text.slice(0, from) + text.slice(from + 1 + wholeBelow(random, 20));
  },
  "a field twice": (text, random) => `${text}&${pick(random, text.split("&"))}`,
  "a field of our own": (text, random) => `${text}&admin=${wholeBelow(random, 10)}`,
  "a field left out": (text, random) => {
    const fields = text.split("&");
    fields.splice(wholeBelow(random, fields.length), 1);
    return fields.join("&");
  },
  "another user": (text, random) => text.replace(/%22id%22%3A\d+/, `%22id%22%3A${1 + wholeBelow(random, 1e9)}`),
  "another time": (text, random) => text.replace(/auth_date=\d+/, `auth_date=${wholeBelow(random, 4e9)}`),
  "another hash": (text, random) => text.replace(/hash=[\da-f]+/, `hash=${hex(random, 64)}`),
  "the other bot's signature": (_, random, now) => genuineOf(random, now, otherBot!.token, 0),
  "too old": (_, random, now) => genuineOf(random, now, bot!.token, MAX_AGE_SECONDS + 1 + wholeBelow(random, 1e7)),
  "from the future": (_, random, now) => genuineOf(random, now, bot!.token, -(120 + wholeBelow(random, 1e7))),
  "joined fields": (text) => text.replace("&", "%0A"),
  nothing: () => "",
};

function genuineOf(random: Random, now: Date, token: string, ageSeconds: number): string {
  const user = { id: 1 + wholeBelow(random, 1e10), first_name: `N${wholeBelow(random, 1e6)}`, language_code: "uz" };
  return sign({ user, query_id: `q${wholeBelow(random, 1e9)}` }, token, new Date(now.getTime() - ageSeconds * 1_000));
}

/** Mutated, stale or foreign initData is never accepted; a spelling that says the very same may be. */
export const initDataProof: Proof = {
  name: "initData",
  fullCases: 100_000,
  testCases: 10_000,
  async run({ world, random, cases }) {
    const findings = tally();
    const realNow = world.clock.realNow();
    const settings = { realNow, maxAgeSeconds: MAX_AGE_SECONDS };
    for (let n = 0; n < cases; n += 1) {
      const genuine = genuineOf(random, realNow, bot!.token, wholeBelow(random, MAX_AGE_SECONDS));
      const [what, mutate] = pick(random, Object.entries(MUTATIONS));
      const mutated = mutate(genuine, random, realNow);
      if (accepts(mutated, settings) && meaningOf(mutated) !== meaningOf(genuine)) findings.add(`${what}: ${mutated}`);
    }
    return findings.outcome(cases);
  },
};

function accepts(initData: string, settings: { realNow: Date; maxAgeSeconds: number }): boolean {
  try {
    readInitData(initData, bot!.token, settings);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The fields as anybody would read them, in no particular order. */
const meaningOf = (initData: string): string => JSON.stringify([...new URLSearchParams(initData)].sort());

const replaceAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);
const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => wholeBelow(random, 16).toString(16)).join("");
