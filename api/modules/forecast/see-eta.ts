import { and, eq, isNull } from "drizzle-orm";
import { HANDLING } from "#api/domain/dispatch/handling";
import { type Eta, etaOf, rangeOf } from "#api/domain/forecast/eta";
import { etaPartsOf } from "#api/domain/forecast/eta-parts";
import { foreseeArrival } from "#api/domain/forecast/foresee-arrival";
import { orderFor } from "#api/modules/orders/see-order";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import type { EtaRange, EtaView } from "#shared/contracts/eta";
import type { OrderView } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { journeyParts, journeyRows, placedRow } from "./journeys.queries";
import { readLoads } from "./load.queries";
import { readKnowledge } from "./read-knowledge";
import { toJourneys } from "./to-journeys";

/**
 * When an order will be there, from where it is now: asked again on each of its events, it is told anew.
 * @throws Refusal `order.not_found`, for strangers as well
 */
export async function seeEta(deps: Deps, actor: Actor, id: Id): Promise<EtaView> {
  const { order, eta } = await seeOrderWithEta(deps, actor, id);
  return { orderId: id, eta, promisedAt: order.promisedAt };
}

/** An order as the asker may see it, and when it will be there. @throws Refusal `order.not_found` */
export const seeOrderWithEta = (
  deps: Deps,
  actor: Actor,
  id: Id,
): Promise<{ order: OrderView; eta: EtaRange | null }> =>
  withActor(deps, actor, async (work) => {
    const order = await orderFor(work, id);
    return { order, eta: await etaOfOrder(work, deps, order) };
  });

/**
 * Null for what is collected, closed or given up, and for what was ordered for a time of its own and is not confirmed
 * yet: there the promise stands.
 */
async function etaOfOrder(
  work: Work,
  deps: Deps,
  { id, closedAt, fulfilment, status }: OrderView,
): Promise<EtaRange | null> {
  if (closedAt !== null || fulfilment === "pickup" || status === "awaiting_payment") return null;
  const eta = (await etaUnderWay(work, deps, id)) ?? (status === "placed" ? await etaOfPlaced(work, deps, id) : null);
  return eta && rangeAt(eta, work.at);
}

async function etaUnderWay(work: Work, deps: Deps, id: Id): Promise<Eta | null> {
  const { tx, actor, at } = work;
  const { organisationId } = actor;
  const rows = await journeyRows(tx, organisationId, and(eq(orders.id, id), isNull(deliveries.closedAt)));
  const [row] = rows;
  if (!row) return null;
  const region = { organisationId, regionId: row.branch.regionId };
  const placedMs = row.order.placedAt.getTime();
  const [parts, knowledge, loadOf] = await Promise.all([
    journeyParts(tx, organisationId, rows),
    readKnowledge(deps, tx, region),
    readLoads(tx, region, { fromMs: placedMs, untilMs: placedMs }),
  ]);
  const [journey] = toJourneys(rows, parts, loadOf);
  const told = etaPartsOf(knowledge, { journey: journey!, nowMs: at.getTime() });
  return told && etaOf(knowledge, told);
}

/** Nobody has confirmed it: no delivery, only a branch and a door. */
async function etaOfPlaced({ tx, actor, at }: Work, deps: Deps, id: Id): Promise<Eta | null> {
  const { organisationId } = actor;
  const row = await placedRow(tx, organisationId, id);
  if (!row || row.lat === null || row.lng === null || row.scheduledFor) return null;
  const { branch } = row;
  const region = { organisationId, regionId: branch.regionId };
  const placedMs = row.placedAt.getTime();
  const [knowledge, loadOf] = await Promise.all([
    readKnowledge(deps, tx, region),
    readLoads(tx, region, { fromMs: placedMs, untilMs: placedMs }),
  ]);
  const setting = {
    branchId: branch.id,
    counter: { lat: branch.lat, lng: branch.lng },
    usualPreparationSeconds: branch.preparationMinutes * 60,
    timezone: branch.timezone,
    handling: HANDLING,
  };
  const placement = { setting, door: { lat: row.lat, lng: row.lng }, placedMs, load: loadOf(placedMs) };
  return foreseeArrival(knowledge, placement, at.getTime());
}

function rangeAt(eta: Eta, at: Date): EtaRange {
  const { fromMs, toMs } = rangeOf(eta);
  const moment = (ms: number) => new Date(ms).toISOString();
  // Rounding down must not tell of a time that has passed.
  return { from: moment(Math.max(fromMs, at.getTime())), likelyAt: moment(eta.p50Ms), to: moment(toMs) };
}
