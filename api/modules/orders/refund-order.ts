import { bookOf } from "#api/domain/money/order-book";
import { refund } from "#api/domain/money/order-money";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { movementsOfOrder } from "#api/modules/money/movements-of-order";
import { postMovement } from "#api/modules/money/post-movement";
import { tellRefunded } from "#api/modules/money/settle-order-money";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { auditLog } from "#drizzle/schema/index";
import type { NewRefund, OrderView } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { OrderStatus } from "#shared/order/order-status";
import { lockOrder } from "./lock-order";
import { orderFor } from "./see-order";

const UNDELIVERED: readonly OrderStatus[] = ["failed", "returned"];

/**
 * A manager gives back a part of what was paid, or all of it. The client names the refund, so that a repeated request
 * gives back once; the lock on the order keeps two refunds from passing the same look at what is left.
 * @throws Refusal `auth.not_allowed`, `order.not_found`, `payment.refund_too_large`
 */
export const refundOrder = (
  deps: Deps,
  person: Person,
  { id, refundId, amountMinor, comment }: NewRefund & { id: Id },
): Promise<OrderView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "refund.give");
    const order = await lockOrder(work, id);
    if (!mayAt(person, "refund.give", order.branchId)) throw new Refusal("order.not_found");
    const past = await movementsOfOrder(work, id);
    const movement = refund(order, past, { causeId: refundId, amountMinor });
    if (past.includes(movement)) return orderFor(work, id);
    await postMovement(work, deps, movement);
    tellRefunded(work, { ...order, movements: past.length }, movement);
    // What was paid for an order that failed is all given back: nothing is left to be decided.
    if (UNDELIVERED.includes(order.status) && bookOf([...past, movement]).refundableMinor === 0)
      await settleAlerts(work, deps, id, ["payment_trouble"]);
    await work.tx.insert(auditLog).values({
      organisationId: person.organisationId,
      id: deps.newId(),
      accountId: person.accountId,
      doneBy: "manager",
      action: "order.refund",
      subjectKind: "order",
      subjectId: id,
      after: { amountMinor, comment: comment ?? null },
      at: work.at,
    });
    return orderFor(work, id);
  });
