import { and, eq } from "drizzle-orm";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches } from "#drizzle/schema/index";
import type { OrderActionBody, OrderActionRef, OrderSummary } from "#shared/contracts/order";
import { Refusal } from "#shared/kernel/refusal";
import { actingAs } from "#shared/kernel/status-table";
import { ORDER_REASONS } from "#shared/order/order-reasons";
import { ORDER_RULES, type OrderAction } from "#shared/order/order-status";
import { lockOrder } from "./lock-order";
import { type Move, moveOrder } from "./move-order";
import type { OrderRow } from "./order-row";
import { rolesToward } from "./roles-toward";
import { summaryOf } from "./summary-of";

const MINUTE_MS = 60_000;

/**
 * Moves an order along, in the role that lets the actor do it. Two who tap at once: the row lock lets one through, the
 * other finds the order moved.
 * @throws Refusal `order.not_found` (a stranger's too), `order.action_not_allowed`, `request.invalid` without a reason where one is due
 */
export const actOnOrder = (
  deps: Deps,
  actor: Actor,
  { id, action, ...body }: OrderActionRef & OrderActionBody,
): Promise<OrderSummary> =>
  withActor(deps, actor, async (work) => {
    const order = await lockOrder(work, id);
    const held = await rolesToward(work, order);
    if (held.length === 0) throw new Refusal("order.not_found");
    const as = actingAs(ORDER_RULES[action].by, held) ?? held[0]!;
    const reason = reasonFor(action, body.reason);
    const moved = await moveOrder(work, deps, order, {
      action,
      as,
      reason,
      set: await times(work, order, action, body),
    });
    return summaryOf(moved);
  });

function reasonFor(action: OrderAction, given: string | null | undefined): string | null {
  const choices = action in ORDER_REASONS ? ORDER_REASONS[action as keyof typeof ORDER_REASONS] : null;
  if (!choices) return null;
  const reason = choices.safeParse(given);
  if (!reason.success) throw new Refusal("request.invalid", { reasons: choices.options });
  return reason.data;
}

/** The kitchen's word about when it is ready moves the promise too, but never to earlier than was promised. */
async function times(
  { tx, at }: Work,
  order: OrderRow,
  action: OrderAction,
  { readyInMinutes }: OrderActionBody,
): Promise<Move["set"]> {
  if (action === "mark_ready") return { readyAt: at };
  if (action !== "confirm") return {};
  const minutes = readyInMinutes ?? (order.scheduledFor ? null : await preparationMinutes(tx, order));
  const soonest = minutes === null ? null : new Date(at.getTime() + minutes * MINUTE_MS);
  // Accepting an order of tomorrow does not begin it: the kitchen's minutes count where they end after its time.
  const planned = order.scheduledFor && order.readyAt;
  const counts = soonest !== null && !(planned && planned > soonest);
  const readyAt = counts ? soonest : order.readyAt;
  const delayMs = readyAt && order.readyAt ? Math.max(0, readyAt.getTime() - order.readyAt.getTime()) : 0;
  const saidReadyAt = counts && readyInMinutes ? readyAt : null;
  const promisedAt = new Date(order.promisedAt.getTime() + delayMs);
  return { confirmedAt: at, releaseAt: null, readyAt, saidReadyAt, promisedAt };
}

async function preparationMinutes(tx: Work["tx"], { organisationId, branchId }: OrderRow): Promise<number> {
  const [branch] = await tx
    .select({ minutes: branches.preparationMinutes })
    .from(branches)
    .where(and(eq(branches.organisationId, organisationId), eq(branches.id, branchId)));
  return branch!.minutes;
}
