import { and, eq, inArray, isNull } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay, reachOf } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, orders } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { OPEN_ORDER_STATUSES } from "#shared/order/order-status";

/**
 * Closes a branch for good. Its orders, money and history stay. An order that is placed in this very moment is served
 * like any other: staff keep seeing it until it is done.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`, `branch.has_orders`
 */
export const archiveBranch = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<{ id: Id }> => {
  mustMay(actor, "branch.edit");
  if (reachOf(actor, "branch.edit") !== "all") throw new Refusal("auth.not_allowed");
  return withActor(deps, actor, async (work) => {
    const mine = and(
      eq(branches.organisationId, actor.organisationId),
      eq(branches.id, id),
      isNull(branches.archivedAt),
    );
    if ((await openOrders(work, id)) > 0) throw new Refusal("branch.has_orders");
    // Race: two managers. The condition lets one close it; the other finds no such branch.
    const [branch] = await work.tx
      .update(branches)
      .set({ archivedAt: work.at })
      .where(mine)
      .returning({ name: branches.name });
    if (!branch) throw new Refusal("branch.not_found");
    await audit(work, deps, { action: "branch.archive", subjectKind: "branch", subjectId: id, before: branch });
    work.emit({ kind: "branch.changed", body: { branchId: id } });
    return { id };
  });
};

const openOrders = ({ tx, actor }: Work, branchId: Id): Promise<number> =>
  tx.$count(
    orders,
    and(
      eq(orders.organisationId, actor.organisationId),
      eq(orders.branchId, branchId),
      inArray(orders.status, [...OPEN_ORDER_STATUSES]),
    ),
  );
