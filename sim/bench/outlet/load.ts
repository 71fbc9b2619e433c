import { setTimeout as pause } from "node:timers/promises";
import { openAlert } from "#api/modules/alerts/open-alert";
import { askQuote } from "#api/modules/orders/ask-quote";
import { placeOrder } from "#api/modules/orders/place-order";
import { refreshOrderCard } from "#api/modules/orders/refresh-order-card";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { OrderNews } from "#shared/contracts/notifications";
import type { Id } from "#shared/kernel/ids";
import type { Stage } from "../orders/stage";
import type { Audience } from "./audience";
import type { Stopwatch } from "./stopwatch";

type Scene = { stage: Stage; audience: Audience; stopwatch: Stopwatch; seconds: number };

/** Three changes of an order, each with its news: six messages. */
const CHANGES: readonly OrderNews[] = ["confirmed", "on_the_way", "at_the_door"];
const BETWEEN_CHANGES_MS = 3_000;
const URGENT_PER_SECOND = 2;

/** One change now and then: the way of a message with nothing in it. */
export async function quiet({
  stage,
  audience,
  stopwatch,
  seconds,
  perSecond,
}: Scene & { perSecond: number }): Promise<void> {
  for (let i = 0; i < seconds * perSecond; i += 1) {
    await change(stage, stopwatch, audience.orders[i % audience.orders.length]!.id);
    await pause(1_000 / perSecond);
  }
  await pause(1_000);
}

/** Orders as they come, an open loop; beside them invoices at the same bots, and an alert now and then. */
export async function drive(scene: Scene & { bots: readonly Id[]; ordersPerSecond: number }): Promise<void> {
  const { stage, audience, stopwatch, seconds, ordersPerSecond } = scene;
  const { orders } = audience;
  const work: Promise<void>[] = [];
  const begin = performance.now();
  for (let i = 0; i < seconds * ordersPerSecond; i += 1) {
    await pause(Math.max(0, begin + (i * 1_000) / ordersPerSecond - performance.now()));
    work.push(life(stage, stopwatch, orders[i % orders.length]!.id));
    if (i % Math.round(ordersPerSecond / URGENT_PER_SECOND) === 0) work.push(invoice(scene, i));
    if (i % (ordersPerSecond * 5) === 0) work.push(alert(stage, stopwatch));
  }
  await Promise.all(work);
  await pause(1_000);
}

async function life(stage: Stage, stopwatch: Stopwatch, orderId: Id): Promise<void> {
  for (const news of CHANGES) {
    await change(stage, stopwatch, orderId, news);
    await pause(BETWEEN_CHANGES_MS);
  }
}

async function change({ deps, seeded }: Stage, stopwatch: Stopwatch, orderId: Id, news?: OrderNews): Promise<void> {
  await withActor(deps, systemActor(seeded.organisationId), (work) => refreshOrderCard(work, orderId, news));
  stopwatch.committed("order.card", orderId);
  if (news) stopwatch.committed("order.news", orderId);
}

/** An order to be paid in the chat: its invoice runs against a clock, so it goes ahead of every card. */
async function invoice(
  { stage, audience, stopwatch, bots }: Scene & { bots: readonly Id[] },
  i: number,
): Promise<void> {
  const payers = audience.customers.filter(({ botId }) => bots.includes(botId));
  const payer = payers[i % payers.length]!;
  const wanted = { ...audience.wanted[i % audience.wanted.length]!, paymentMethod: "invoice" as const };
  const { fingerprint } = await askQuote(stage.deps, payer, wanted);
  const order = await placeOrder(stage.deps, payer, { ...wanted, fingerprint }, `bench-invoice-${bots.length}-${i}`);
  stopwatch.committed("order.invoice", order.id);
}

async function alert({ deps, seeded }: Stage, stopwatch: Stopwatch): Promise<void> {
  const about = { kind: "payment_trouble" as const, subjectId: deps.newId(), branchId: null };
  const id = await withActor(deps, systemActor(seeded.organisationId), (work) => openAlert(work, deps, about));
  if (id) stopwatch.committed("alert.ring", id);
}

/** From now on everybody's orders are one bot's. */
export async function gatherAt({ stage, audience }: Pick<Scene, "stage" | "audience">, botId: Id): Promise<void> {
  await stage.owner`update orders set bot_id = ${botId}`;
  for (const customer of audience.customers) customer.botId = botId;
}
