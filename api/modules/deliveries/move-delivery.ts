import { and, eq } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";
import { deliveries, timeline } from "#drizzle/schema/index";
import { DELIVERY_RULES, type DeliveryAction, nextDeliveryStatus } from "#shared/delivery/delivery-status";
import type { Doer } from "#shared/kernel/role";
import { actingAs } from "#shared/kernel/status-table";
import type { DeliveryRow } from "./delivery-row";

export type DeliveryMove = {
  action: DeliveryAction;
  /** Left out: the role of the actor that the status table names first. */
  as?: Doer;
  reason?: string | null;
  details?: Record<string, unknown>;
  set?: Partial<typeof deliveries.$inferInsert>;
};

/**
 * Moves a delivery that this transaction holds along its table, with its line of history and its event. Trip, order
 * and notifications are the caller's.
 * @throws Refusal `delivery.action_not_allowed`
 */
export async function moveDelivery(
  work: Work,
  deps: Pick<Deps, "newId">,
  delivery: DeliveryRow,
  move: DeliveryMove,
): Promise<DeliveryRow> {
  const as = move.as ?? roleFor(work, move.action);
  const status = nextDeliveryStatus(delivery.status, move.action, as);
  const change = { ...move.set, status, statusAt: work.at, version: delivery.version + 1 };
  const [[moved]] = await Promise.all([
    work.tx
      .update(deliveries)
      .set(change)
      .where(and(eq(deliveries.organisationId, delivery.organisationId), eq(deliveries.id, delivery.id)))
      .returning(),
    work.tx.insert(timeline).values(historyOf(work, deps, delivery, { ...move, as, status })),
  ]);
  emitDelivery(work, moved!);
  if (delivery.courierId && delivery.courierId !== moved!.courierId)
    work.emit({ kind: "courier.changed", body: { courierId: delivery.courierId } });
  return moved!;
}

const roleFor = ({ actor }: Work, action: DeliveryAction): Doer =>
  actingAs(DELIVERY_RULES[action].by, actor.roles) ?? actor.roles[0] ?? "customer";

const historyOf = (
  { actor, at }: Work,
  { newId }: Pick<Deps, "newId">,
  delivery: DeliveryRow,
  move: DeliveryMove & { as: Doer; status: string },
) => ({
  organisationId: delivery.organisationId,
  id: newId(),
  orderId: delivery.orderId,
  deliveryId: delivery.id,
  action: move.action,
  fromStatus: delivery.status,
  toStatus: move.status,
  doneBy: move.as,
  accountId: actor.accountId,
  at,
  reason: move.reason ?? null,
  details: move.details ?? null,
});

export const emitDelivery = (work: Work, { id, orderId, branchId, courierId, status }: DeliveryRow): void =>
  work.emit({ kind: "delivery.changed", body: { deliveryId: id, orderId, branchId, courierId, status } });
