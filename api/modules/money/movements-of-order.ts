import { and, asc, eq } from "drizzle-orm";
import type { Movement } from "#api/domain/money/movement";
import type { Work } from "#api/platform/with-actor";
import { moneyEntries, moneyMovements } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/** Everything that the money of an order has done so far, oldest first. */
export async function movementsOfOrder({ tx, actor }: Pick<Work, "tx" | "actor">, orderId: Id): Promise<Movement[]> {
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
    .where(and(eq(moneyMovements.organisationId, actor.organisationId), eq(moneyMovements.orderId, orderId)))
    .orderBy(asc(moneyMovements.at), asc(moneyMovements.id), asc(moneyEntries.position));
  const byId = Map.groupBy(rows, ({ movement }) => movement.id);
  return [...byId.values()].map((parts) => ({
    ...parts[0]!.movement,
    entries: parts.flatMap(({ entry }) => (entry ? [entry] : [])),
  }));
}
