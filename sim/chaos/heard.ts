import type { Journal } from "./journal";
import { type Hearers, mustHear, repeats, unheard } from "./must-hear";
import type { Sent } from "./sent-log";

/** What people saw, held against what they had to see. */
export type Heard = {
  /** What somebody had to see and did not, in words. */
  lost: string[];
  /** The same thing said more than once: harmless, and counted. */
  repeats: number;
  /** Rings that came too late or never; absent where no phone rings. */
  lateRings?: number;
};

/** By the file of the stand-in that plays Telegram. */
export function heardByStandIn(journal: Journal, sent: readonly Sent[], hearers: Hearers): Heard {
  const lost = unheard(mustHear(journal, hearers), sent).map(({ what }) => what);
  return { lost, repeats: repeats(sent) };
}
