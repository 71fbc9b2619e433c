import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { alertViews, concerning } from "./alerts.queries";
import { lookAgainLater } from "./answered-lately";
import { closeRings } from "./close-rings";

/**
 * "I take it": the alert falls silent for everybody, and everybody who was rung learns who took it. Taking it twice
 * oneself is one answer. Nobody is rung for a while; when the trouble is still there then, it rings anew.
 * @throws Refusal `alert.not_found`, `alert.already_acknowledged` (details: who and when), `auth.not_allowed`
 */
export const acknowledgeAlert = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<AlertView> => {
  mustMay(actor, "alert.acknowledge");
  return withActor(deps, actor, async (work) => {
    const mine = and(concerning(actor), eq(alerts.id, id));
    // Race: two people tap at once. The condition lets one in; the other reads who it was.
    const [taken] = await work.tx
      .update(alerts)
      .set({ state: "acknowledged", acknowledgedBy: actor.accountId, acknowledgedAt: work.at, ringAgainAt: null })
      .where(and(mine, eq(alerts.state, "ringing")))
      .returning();
    if (taken) {
      await closeRings(work, taken);
      lookAgainLater(work, taken);
    }
    const view = await oneAlert(work, mine);
    if (!taken && view.acknowledgedBy?.accountId !== actor.accountId) throw alreadyOver(view);
    return view;
  });
};

async function oneAlert({ tx }: Work, where: Parameters<typeof alertViews>[1]): Promise<AlertView> {
  const [view] = await alertViews(tx, where, 1);
  if (!view) throw new Refusal("alert.not_found");
  return view;
}

const alreadyOver = ({ state, acknowledgedBy, acknowledgedAt, resolvedAt }: AlertView): Refusal =>
  new Refusal("alert.already_acknowledged", { state, acknowledgedBy, at: acknowledgedAt ?? resolvedAt });
