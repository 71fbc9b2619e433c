import { and, eq } from "drizzle-orm";
import { answeredLately } from "#api/modules/alerts/answered-lately";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { lockOrder } from "./lock-order";
import { refreshOrderCard } from "./refresh-order-card";

/**
 * The promise has passed: it rings, and again when somebody took it and it is still open a while later. The customer
 * hears once that we know.
 */
export const alertLate = (deps: Deps, organisationId: Id, orderId: Id): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const order = await lockOrder(work, orderId);
    if (order.closedAt || order.status === "awaiting_payment" || order.promisedAt > work.at) return;
    const known = await work.tx.$count(
      alerts,
      and(eq(alerts.organisationId, organisationId), eq(alerts.kind, "order_late"), eq(alerts.subjectId, orderId)),
    );
    if ((await answeredLately(work, "order_late", [orderId])).has(orderId)) return;
    const { branchId, code } = order;
    await openAlert(work, deps, { kind: "order_late", subjectId: orderId, branchId, details: { code } });
    if (known === 0) await refreshOrderCard(work, orderId, "later");
  });
