import { and, eq } from "drizzle-orm";
import { hasRole, rolesAt } from "#api/platform/actor";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { Doer } from "#shared/kernel/role";
import type { OrderRow } from "./order-row";

/** What the actor is to this order: its customer, staff of its branch, the courier who has it. Nothing: a stranger. */
export async function rolesToward(work: Pick<Work, "tx" | "actor">, order: OrderRow): Promise<Doer[]> {
  const { actor } = work;
  if (hasRole(actor, "system")) return ["system"];
  const roles: Doer[] = [];
  if (hasRole(actor, "customer") && actor.accountId === order.accountId) roles.push("customer");
  roles.push(...rolesAt(actor, order.branchId));
  if (actor.courierId && (await carries(work, order))) roles.push("courier");
  return roles;
}

async function carries({ tx, actor }: Pick<Work, "tx" | "actor">, { organisationId, id }: OrderRow): Promise<boolean> {
  const rows = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organisationId, organisationId),
        eq(deliveries.orderId, id),
        eq(deliveries.courierId, actor.courierId!),
      ),
    );
  return rows.length > 0;
}
