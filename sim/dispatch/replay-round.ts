import { isDeepStrictEqual } from "node:util";
import type { Decisions } from "#api/domain/dispatch/dispatch-policy";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import { POLICIES } from "#api/modules/dispatch/policies";
import { FORECAST } from "#api/modules/dispatch/read-snapshot";

/** One policy's part of a round, decided again. */
export type Replayed = { policy: string; same: boolean; recorded: Decisions; now: Decisions };

/** Decides on what a recorded round knew, with the code of today: the same decisions, or what has changed since. */
export const replayRound = (parts: readonly RoundPart[]): Replayed[] =>
  parts.map(({ policy, snapshot, decisions: recorded }) => {
    const decided = POLICIES[policy].decide({ ...snapshot, forecast: FORECAST });
    const now: Decisions = JSON.parse(JSON.stringify(decided)); // as the record went through JSON, too
    return { policy, same: isDeepStrictEqual(now, recorded), recorded, now };
  });
