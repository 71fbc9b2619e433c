import { and, asc, eq, inArray } from "drizzle-orm";
import type { Movement } from "#api/domain/money/movement";
import type { Work } from "#api/platform/with-actor";
import { moneyEntries, moneyMovements } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/** Everything that the money of an order has done so far, oldest first. */
export const movementsOfOrder = async ({ tx, actor }: Pick<Work, "tx" | "actor">, orderId: Id): Promise<Movement[]> =>
  (await movementsOfOrders(tx, actor.organisationId, [orderId])).get(orderId) ?? [];

/** The same of several orders, by order. */
export async function movementsOfOrders(
  tx: Work["tx"],
  organisationId: Id,
  orderIds: readonly Id[],
): Promise<Map<Id, Movement[]>> {
  const rows = await tx
    .select({ movement: moneyMovements, entry: moneyEntries })
    .from(moneyMovements)
    .leftJoin(
      moneyEntries,
      and(
        eq(moneyEntries.organisationId, moneyMovements.organisationId),
        eq(moneyEntries.movementId, moneyMovements.id),
      ),
    )
    .where(and(eq(moneyMovements.organisationId, organisationId), inArray(moneyMovements.orderId, [...orderIds])))
    .orderBy(asc(moneyMovements.at), asc(moneyMovements.id), asc(moneyEntries.position));
  const byId = Map.groupBy(rows, ({ movement }) => movement.id);
  const movements = [...byId.values()].map((parts) => ({
    ...parts[0]!.movement,
    entries: parts.flatMap(({ entry }) => (entry ? [entry] : [])),
  }));
  return Map.groupBy(movements, ({ orderId }) => orderId!);
}
