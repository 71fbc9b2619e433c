import { and, eq } from "drizzle-orm";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { alerts } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { lockOrder } from "./lock-order";
import { refreshOrderCard } from "./refresh-order-card";

/** The promise has passed: the dispatchers hear of it once, and the customer hears that we know. */
export const alertLate = (deps: Deps, organisationId: Id, orderId: Id): Promise<void> =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const order = await lockOrder(work, orderId);
    if (order.closedAt || order.status === "awaiting_payment" || order.promisedAt > work.at) return;
    const known = await work.tx.$count(
      alerts,
      and(eq(alerts.organisationId, organisationId), eq(alerts.kind, "order_late"), eq(alerts.subjectId, orderId)),
    );
    if (known > 0) return;
    const { branchId, code } = order;
    await openAlert(work, deps, { kind: "order_late", subjectId: orderId, branchId, details: { code } });
    await refreshOrderCard(work, orderId, "later");
  });
