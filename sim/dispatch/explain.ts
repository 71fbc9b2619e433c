/** `bun run dispatch:explain <order>`: how an order, by its id or code, found its courier, and why it was that one. */
import { and, arrayContains, asc, desc, eq, or, sql } from "drizzle-orm";
import type { Applied } from "#api/modules/dispatch/apply-offer";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import type { Db } from "#api/platform/database";
import { couriers, deliveries, dispatchRounds, orders, profiles, timeline } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { runCommand } from "#sim/stack/run-command";
import { explainDelivery } from "./explain-delivery";
import { openInstallation } from "./open-database";

await runCommand(async () => {
  const [wanted] = process.argv.slice(2);
  if (!wanted) throw new SetupProblem("Which order? bun run dispatch:explain <order id or code>");
  const { db, close } = openInstallation();
  try {
    for (const delivery of await deliveriesOf(db, wanted)) await explain(db, delivery);
  } finally {
    await close();
  }
});

async function deliveriesOf(from: Db, order: string) {
  const rows = await from
    .select({ id: deliveries.id, organisationId: deliveries.organisationId, orderId: orders.id, code: orders.code })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .where(or(eq(orders.code, order.toUpperCase()), eq(sql`${orders.id}::text`, order)))
    .orderBy(desc(orders.placedAt))
    .limit(5);
  if (rows.length === 0) throw new SetupProblem(`No delivery of an order ${order}`);
  return rows;
}

type Delivery = Awaited<ReturnType<typeof deliveriesOf>>[number];

async function explain(from: Db, { id, organisationId, orderId, code }: Delivery): Promise<void> {
  const [rounds, steps, names] = await Promise.all([
    from
      .select()
      .from(dispatchRounds)
      .where(and(eq(dispatchRounds.organisationId, organisationId), arrayContains(dispatchRounds.deliveryIds, [id])))
      .orderBy(asc(dispatchRounds.at), asc(dispatchRounds.id)),
    from
      .select()
      .from(timeline)
      .where(
        and(eq(timeline.organisationId, organisationId), eq(timeline.orderId, orderId), eq(timeline.deliveryId, id)),
      )
      .orderBy(asc(timeline.at), asc(timeline.id)),
    courierNames(from, organisationId),
  ]);
  const recorded = rounds.map((round) => ({
    ...round,
    parts: round.parts as RoundPart[],
    applied: round.applied as Applied[],
  }));
  console.log(`Order ${code}, delivery ${id}`);
  for (const line of explainDelivery(id, recorded, (courierId) => names.get(courierId) ?? courierId)) console.log(line);
  console.log("What happened");
  for (const { at, action, toStatus, doneBy, reason } of steps)
    console.log(`  ${at.toISOString()} ${action} → ${toStatus}, ${doneBy}${reason ? `, ${reason}` : ""}`);
}

async function courierNames(from: Db, organisationId: Id): Promise<Map<Id, string>> {
  const rows = await from
    .select({ id: couriers.id, name: profiles.firstName })
    .from(couriers)
    .innerJoin(
      profiles,
      and(eq(profiles.organisationId, couriers.organisationId), eq(profiles.accountId, couriers.accountId)),
    )
    .where(eq(couriers.organisationId, organisationId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
