import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import type { Milliseconds } from "#shared/kernel/units";
import { between, type Luck } from "#sim/city/mind/luck";
import type { Wish } from "#sim/city/mind/plans";
import { on, type Seen, type Sight, standing } from "#sim/city/mind/sight";

export type DispatcherEyes = {
  sight: Sight;
  luck: Luck;
  /** Whether it is this person's duty to be on shift; others are rung when nobody is. */
  isOnDuty: boolean;
  /** How long something rings before this person answers: somebody else may want to. */
  patienceMs: Milliseconds;
};

/** What a dispatcher taps: begins the shift, gives away what nobody took, and answers what rings. */
export function decideDispatcher(eyes: DispatcherEyes): Wish[] {
  const { sight, patienceMs } = eyes;
  const courier = sight.flatMap((list) => on(list, buttons.assign).slice(0, 1)); // the best stands first
  const unclaimed = standing(sight, buttons.candidates).filter(({ on: ring }) => on(ring, buttons.take).length > 0);
  return [
    ...shift(eyes),
    ...courier.map((seen) => tap(eyes, seen, 3_000, 8_000)),
    ...unclaimed.map((seen) => tap(eyes, seen, patienceMs, patienceMs + 10_000)),
    ...standing(sight, buttons.take).map((seen) => tap(eyes, seen, patienceMs + 10_000, patienceMs + 30_000)),
  ];
}

function shift(eyes: DispatcherEyes): Wish[] {
  if (!eyes.isOnDuty) return [];
  const isPanel = [buttons.shiftStart, buttons.shiftEnd];
  const panel = eyes.sight.findLast((message) => isPanel.some((button) => on(message, button).length > 0));
  if (!panel) return [{ about: "panel", deed: { do: "start" }, waitMs: 1_000 }];
  return on(panel, buttons.shiftStart).map((seen) => tap(eyes, seen, 1_000, 3_000));
}

const tap = ({ luck }: DispatcherEyes, { on, data }: Seen, low: Milliseconds, high: Milliseconds): Wish => ({
  about: data,
  deed: { do: "tap", on, data },
  waitMs: between(low, high, luck(`wait:${data}`)),
});
