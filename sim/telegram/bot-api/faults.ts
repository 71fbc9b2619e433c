import type { Update } from "grammy/types";
import { z } from "zod";
import { type Random, seededRandom } from "#shared/kernel/random";

const Common = {
  bot: z.number().optional(),
  probability: z.number().min(0).max(1).default(1),
  times: z.int().positive().optional(),
};
const OnCall = { ...Common, methods: z.array(z.string()).optional() };

/** What may go wrong, how often, for whom and for how long. */
export const Fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("429"), retryAfterS: z.int().positive().default(1), ...OnCall }),
  z.object({ kind: z.literal("5xx"), code: z.int().min(500).max(599).default(502), ...OnCall }),
  /** Acts on nothing and never answers. */
  z.object({ kind: z.literal("hang"), ...OnCall }),
  /** Acts, then the connection breaks before the answer is through. */
  z.object({ kind: z.literal("lost"), ...OnCall }),
  z.object({ kind: z.literal("slow"), delayMs: z.number().nonnegative().default(1_000), ...OnCall }),
  /** An update comes twice under the same id. */
  z.object({ kind: z.literal("duplicate"), ...Common }),
  /** Updates that come together are out of order. */
  z.object({ kind: z.literal("shuffle"), ...Common }),
]);
export type Fault = z.output<typeof Fault>;
export type NewFault = z.input<typeof Fault>;
export type CallFault = Extract<Fault, { methods?: string[] }>;
type UpdateKind = "duplicate" | "shuffle";

export type Faults = {
  /** Replace what may go wrong from now on; the same seed draws the same luck. */
  set(faults: readonly Fault[], seed?: number): void;
  /** What befalls this call, if anything. */
  strike(bot: number, method: string): CallFault | undefined;
  /** A batch of updates as a bad network would bring it. */
  garble(bot: number, updates: readonly Update[]): Update[];
};

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  let random: Random = seededRandom(1);

  const draw = (matches: (fault: Fault) => boolean): Fault | undefined => {
    const found = active.find(({ fault, left }) => left > 0 && matches(fault) && random() < fault.probability);
    if (found) found.left--;
    return found?.fault;
  };
  const isOn = (fault: Fault, bot: number) => fault.bot === undefined || fault.bot === bot;
  const strikes = (bot: number, kind: UpdateKind) =>
    draw((fault) => fault.kind === kind && isOn(fault, bot)) !== undefined;

  return {
    set: (faults, seed = 1) => {
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
      random = seededRandom(seed);
    },
    strike: (bot, method) =>
      draw((fault) => isOnCall(fault) && isOn(fault, bot) && hits(fault, method)) as CallFault | undefined,
    garble: (bot, updates) => {
      const repeated = updates.flatMap((update) => (strikes(bot, "duplicate") ? [update, update] : [update]));
      return repeated.length > 1 && strikes(bot, "shuffle") ? shuffle(repeated, random) : repeated;
    },
  };
}

const isOnCall = (fault: Fault): fault is CallFault => fault.kind !== "duplicate" && fault.kind !== "shuffle";

/** A fault that names no method leaves polling alone: a bot that hears nothing shows nothing. */
const hits = ({ methods }: CallFault, method: string): boolean =>
  methods ? methods.some((name) => name.toLowerCase() === method.toLowerCase()) : method.toLowerCase() !== "getupdates";

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
