import type { Person } from "#api/platform/actor";
import { loadActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import type { Notification } from "#shared/contracts/notifications";
import type { View } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { composeOf } from "./composers";

export type Addressed = { recipientId: Id; notification: Notification };

/**
 * What the bot writes from: the subject as it is now, as this recipient may see it. Somebody who may not see it any more
 * (suspended, taken off the order) has nothing to hear.
 * @returns `null` when composing failed by a bug: logged, and tried again when the lease is over, until it is given up.
 *   One broken subject must not keep a bot from sending all the others.
 */
export async function composeView(
  deps: Deps,
  { organisationId, botId }: { organisationId: Id; botId: Id },
  { recipientId, notification }: Addressed,
): Promise<View | null> {
  try {
    const actor = await loadActor(deps, { organisationId, botId, accountId: recipientId });
    const person: Person = { ...actor, organisationId, botId, accountId: recipientId, sessionId: null };
    return await composeOf(deps, person, notification);
  } catch (error) {
    if (error instanceof Refusal) return { kind: "gone" };
    deps.log.error({ err: error, kind: notification.kind }, "a view could not be composed");
    return null;
  }
}
