import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { AlertHistory, AlertQuery, AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { alertViews, concerning, ringsOf } from "./alerts.queries";

/** What rings now, or the last alerts whatever became of them; newest first. @throws Refusal `auth.not_allowed` */
export const listAlerts = (
  deps: Deps,
  actor: Person,
  { state, limit }: AlertQuery,
): Promise<{ alerts: AlertView[] }> => {
  mustMay(actor, "alert.see");
  return withActor(deps, actor, async ({ tx }) => ({
    alerts: await alertViews(
      tx,
      and(concerning(actor), state === "ringing" ? eq(alerts.state, "ringing") : undefined),
      limit,
    ),
  }));
};

/** One alert with every ring it made. @throws Refusal `alert.not_found`, `auth.not_allowed` */
export const seeAlert = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<AlertHistory> => {
  mustMay(actor, "alert.see");
  return withActor(deps, actor, async ({ tx }) => {
    const [views, ringsSoFar] = await Promise.all([
      alertViews(tx, and(concerning(actor), eq(alerts.id, id)), 1),
      ringsOf(tx, actor.organisationId, id),
    ]);
    if (!views[0]) throw new Refusal("alert.not_found");
    return { ...views[0], ringsSoFar };
  });
};
