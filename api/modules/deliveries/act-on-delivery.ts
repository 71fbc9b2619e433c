import { and, eq } from "drizzle-orm";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries, timeline } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import { type DeliveryAction, deliveryActionsFor } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { deliveryViews } from "./deliveries.queries";
import type { DeliveryRow } from "./delivery-row";
import { lockDelivery } from "./lock-delivery";

/**
 * One action on one delivery, in one transaction. The same action by the same person again changes nothing and answers
 * as the first time did: a phone in a stairwell repeats what it sent.
 * @throws Refusal `delivery.not_found`, `delivery.action_not_allowed`, and what `run` throws
 */
export const actOnDelivery = (
  deps: Deps,
  actor: Actor,
  { id, action }: { id: Id; action: DeliveryAction },
  run: (work: Work, delivery: DeliveryRow) => Promise<void>,
): Promise<DeliveryView> =>
  withActor(deps, actor, async (work) => {
    const delivery = await lockDelivery(work, id);
    const open = actor.roles.some((role) => deliveryActionsFor(delivery.status, role).includes(action));
    if (open) await run(work, delivery);
    else if (!(await didThat(work, delivery, action)))
      throw new Refusal("delivery.action_not_allowed", { status: delivery.status, action });
    return viewOf(work, id);
  });

/** Whether this person did this to it before. */
async function didThat({ tx, actor }: Work, delivery: DeliveryRow, action: DeliveryAction): Promise<boolean> {
  if (!actor.accountId) return false;
  const done = await tx.$count(
    timeline,
    and(
      eq(timeline.organisationId, delivery.organisationId),
      eq(timeline.orderId, delivery.orderId),
      eq(timeline.deliveryId, delivery.id),
      eq(timeline.action, action),
      eq(timeline.accountId, actor.accountId),
    ),
  );
  return done > 0;
}

export async function viewOf(work: Work, id: Id): Promise<DeliveryView> {
  const [view] = await deliveryViews(work, eq(deliveries.id, id));
  return view!;
}
