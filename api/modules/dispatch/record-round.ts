import type { ForecastFacts } from "#api/domain/forecast/forecast-facts";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { dispatchRounds } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Applied } from "./apply-offer";
import type { RoundPart } from "./decide-parts";

type Round = {
  /** What it knew is of this moment; the next round is counted from it, however long this one took. */
  at: Date;
  /** False of a follow-up: the next whole round is not counted from it. */
  whole: boolean;
  parts: readonly RoundPart[];
  forecast: ForecastFacts;
  applied: readonly Applied[];
  durationMs: number;
};

/** Keeps a round, so that `dispatch:explain` and `dispatch:replay` can tell later why it went as it did. */
export const recordRound = (
  deps: Deps,
  { organisationId, regionId }: { organisationId: Id; regionId: Id },
  { at, whole, parts, forecast, applied, durationMs }: Round,
): Promise<void> =>
  withActor(deps, systemActor(organisationId), async ({ tx }) => {
    const deliveryIds = parts.flatMap(({ snapshot }) => snapshot.deliveries.map(({ id }) => id));
    const about = { organisationId, id: deps.newId(), regionId, at, durationMs, whole };
    const round = { ...about, deliveryIds, parts, forecast, applied };
    await tx.insert(dispatchRounds).values(round);
  });
