import { cleanSnapshot } from "./clean-snapshot";
import type { DispatchPolicy } from "./dispatch-policy";
import { draftOf, finish, holdUntil } from "./draft";
import { nearbyCouriers } from "./nearby-couriers";
import { rankByScore } from "./score-policy";

/** Dispatchers decide; the house only shows them who could go and rings until they have. */
export const manualPolicy: DispatchPolicy = {
  name: "manual",
  decide(snapshot) {
    const draft = draftOf(cleanSnapshot(snapshot));
    for (const delivery of draft.waiting) {
      const branch = draft.snapshot.branchById.get(delivery.branchId)!;
      const search = nearbyCouriers(delivery, branch, draft.snapshot, true);
      const candidates = rankByScore(search.nearby, search, draft.snapshot);
      draft.explanations.push({ deliveryId: delivery.id, candidates });
      draft.toHuman.push({ deliveryId: delivery.id, reason: "manual_policy" });
      holdUntil(draft, delivery.id, snapshot.nextRoundMs, "manual");
    }
    return finish(draft);
  },
};
