import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import type { Milliseconds } from "#shared/kernel/units";
import { between, type Luck } from "#sim/city/mind/luck";
import type { Wish } from "#sim/city/mind/plans";
import { on, type Seen, type Sight } from "#sim/city/mind/sight";
import type { SeenMessage } from "#sim/telegram/world/person-event";

export type KitchenEyes = {
  sight: Sight;
  luck: Luck;
  /** How long an order waits for a yes at least: somebody else may want to give it. */
  patienceMs(card: SeenMessage): Milliseconds;
  /** From the first look at the pot to the counter. */
  cookMs(card: SeenMessage): Milliseconds;
};

/** What a kitchen taps: yes, in how many minutes, on the stove, on the counter; each card its own next step. */
export const decideKitchen = (eyes: KitchenEyes): Wish[] =>
  eyes.sight.flatMap((card) => {
    const step = nextStep(eyes, card);
    return step ? [step] : [];
  });

function nextStep(eyes: KitchenEyes, card: SeenMessage): Wish | null {
  const [minutes] = on(card, buttons.confirmIn);
  if (minutes) return tap(eyes, minutes, 1_000, 3_000);
  const [confirm] = on(card, buttons.confirm);
  if (confirm) return tap(eyes, confirm, eyes.patienceMs(card), eyes.patienceMs(card) + 8_000);
  const [prepare] = on(card, buttons.prepare);
  if (prepare) return tap(eyes, prepare, 3_000, 15_000);
  const [ready] = on(card, buttons.ready);
  if (ready) return tap(eyes, ready, eyes.cookMs(card), eyes.cookMs(card));
  const [collect] = on(card, buttons.collect);
  return collect ? tap(eyes, collect, 60_000, 180_000) : null;
}

const tap = ({ luck }: KitchenEyes, { on, data }: Seen, low: Milliseconds, high: Milliseconds): Wish => ({
  about: data,
  deed: { do: "tap", on, data },
  waitMs: between(low, high, luck(`wait:${data}`)),
});
