import { isDeepStrictEqual } from "node:util";
import type { Decisions, Forecast } from "#api/domain/dispatch/dispatch-policy";
import type { ForecastFacts } from "#api/domain/forecast/forecast-facts";
import { toForecast } from "#api/domain/forecast/to-forecast";
import { USUAL_FORECAST } from "#api/domain/forecast/usual-forecast";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import { POLICIES } from "#api/modules/dispatch/policies";

/** As the row has it: the parts, and what their forecast was made of. Old rounds kept no forecast. */
export type RecordedInputs = { parts: readonly RoundPart[]; forecast: ForecastFacts | null };

/** A row of `dispatch_rounds`, whose columns hold what this program wrote into them. */
export const inputsOf = ({ parts, forecast }: { parts: unknown; forecast: unknown }): RecordedInputs => ({
  parts: parts as RoundPart[],
  forecast: forecast as ForecastFacts | null,
});

/** One policy's part of a round, decided again. */
export type Replayed = { policy: string; same: boolean; recorded: Decisions; now: Decisions };

export const forecastOf = ({ forecast }: RecordedInputs): Forecast =>
  forecast ? toForecast(forecast) : USUAL_FORECAST;

/** Decides on what a recorded round knew, with the code of today: the same decisions, or what has changed since. */
export function replayRound(round: RecordedInputs): Replayed[] {
  const forecast = forecastOf(round);
  return round.parts.map(({ policy, snapshot, decisions: recorded }) => {
    const decided = POLICIES[policy].decide({ ...snapshot, forecast });
    const now: Decisions = JSON.parse(JSON.stringify(decided)); // as the record went through JSON, too
    return { policy, same: isDeepStrictEqual(now, recorded), recorded, now };
  });
}
