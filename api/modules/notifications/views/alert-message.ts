import { ringingFor } from "#api/modules/alerts/ringing-for";
import { seeAlert } from "#api/modules/alerts/see-alerts";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { View } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { courierBrief } from "./courier-brief";
import { orderBrief } from "./order-brief";

/** An alert with what it is about, and what else rings for the same person: together they are one message. */
export async function alertMessage(deps: Deps, person: Person, alertId: Id): Promise<View> {
  const { ringsSoFar: _, ...alert } = await seeAlert(deps, person, { id: alertId });
  return withActor(deps, person, async (work) => {
    const [order, courier, ringing] = await Promise.all([
      orderBrief(work, alert.subjectId),
      courierBrief(work, alert.subjectId),
      ringingFor(work, person.accountId),
    ]);
    const alsoRinging = ringing.filter(({ id }) => id !== alertId);
    return { kind: "alert", alert, order, courier, alsoRinging };
  });
}
