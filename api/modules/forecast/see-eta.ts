import { and, eq, isNull } from "drizzle-orm";
import { etaOf, rangeOf } from "#api/domain/forecast/eta";
import { etaPartsOf } from "#api/domain/forecast/eta-parts";
import { seeOrder } from "#api/modules/orders/see-order";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import type { EtaView } from "#shared/contracts/eta";
import type { Id } from "#shared/kernel/ids";
import { journeyParts, journeyRows } from "./journeys.queries";
import { readLoads } from "./load.queries";
import { readKnowledge } from "./read-knowledge";
import { toJourneys } from "./to-journeys";

/**
 * When an order will be there, from where it is now: asked again on each of its events, it is told anew. There is none
 * before the kitchen has taken the order (the promise stands), nor for what is collected, closed or given up.
 * @throws Refusal `order.not_found`, for strangers as well
 */
export async function seeEta(deps: Deps, actor: Actor, id: Id): Promise<EtaView> {
  const { promisedAt, closedAt } = await seeOrder(deps, actor, id);
  const eta = closedAt === null ? await withActor(deps, actor, (work) => etaNow(work, deps, id)) : null;
  return { orderId: id, eta, promisedAt };
}

async function etaNow(work: Work, deps: Deps, id: Id): Promise<EtaView["eta"]> {
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
  if (!told) return null;
  const eta = etaOf(knowledge, told);
  const { fromMs, toMs } = rangeOf(eta);
  const moment = (ms: number) => new Date(ms).toISOString();
  // Rounding down must not tell of a time that has passed.
  return { from: moment(Math.max(fromMs, at.getTime())), likelyAt: moment(eta.p50Ms), to: moment(toMs) };
}
