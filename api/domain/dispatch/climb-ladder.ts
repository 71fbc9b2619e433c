import type { LadderStep } from "#shared/delivery/ladder";
import type { BranchView, DeliveryView } from "./delivery-view";
import type { LadderChange } from "./dispatch-policy";

/** A partner's fleet has this long to take the delivery before a dispatcher is rung. */
export const PARTNER_ANSWER_MS = 60_000;

/** While a human being is asked, everybody near is asked again this often: somebody may have changed their mind. */
export const HUMAN_RETRY_MS = 120_000;

/** `skipped`: steps that were left out on the way here, because there is nobody to ask on them. */
export type Rung = { step: LadderStep; tries: number; sinceMs: number; skipped?: readonly LadderStep[] };

/**
 * Where the search stands now that no offer is live: the same rung while it has tries left, else the next one.
 * exclusive × tries → wave → everyone → partner → human; a delivery stays with the human until somebody takes it.
 * Without a partner its step is skipped at once.
 */
export function climbLadder(
  { ladder }: DeliveryView,
  branch: BranchView,
  nowMs: number,
  partner: string | null = null,
): Rung {
  const next = (step: LadderStep): Rung => ({ step, tries: 0, sinceMs: nowMs });
  const tired = (tries: number) => ladder.tries >= tries;
  if (ladder.step === "exclusive") return tired(branch.exclusiveTries) ? next("wave") : ladder;
  if (ladder.step === "wave") return tired(1) ? next("everyone") : ladder;
  if (ladder.step === "everyone" && !tired(1)) return ladder;
  if (ladder.step === "everyone") return partner ? next("partner") : { ...next("human"), skipped: ["partner"] };
  if (ladder.step === "partner") return nowMs - ladder.sinceMs >= PARTNER_ANSWER_MS ? next("human") : ladder;
  return ladder;
}

/** The row to write after an offer on this rung, or after having climbed to it without one. */
export const ladderChange = (deliveryId: string, rung: Rung, offered: boolean): LadderChange => ({
  deliveryId,
  step: rung.step,
  tries: rung.tries + (offered ? 1 : 0),
  sinceMs: rung.sinceMs,
  ...(rung.skipped ? { skipped: rung.skipped } : {}),
});
