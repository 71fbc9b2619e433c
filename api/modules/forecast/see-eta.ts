import { and, inArray, isNull } from "drizzle-orm";
import { HANDLING } from "#api/domain/dispatch/handling";
import { type Eta, etaOf, rangeOf } from "#api/domain/forecast/eta";
import { etaPartsOf } from "#api/domain/forecast/eta-parts";
import { foreseeArrival } from "#api/domain/forecast/foresee-arrival";
import type { Knowledge } from "#api/domain/forecast/knowledge";
import { orderFor, ordersFor } from "#api/modules/orders/see-order";
import type { Actor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { deliveries, orders } from "#drizzle/schema/index";
import type { EtaRange, EtaView } from "#shared/contracts/eta";
import type { OrderView } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { journeyParts, journeyRows, placedRows } from "./journeys.queries";
import { readLoadsAt } from "./known-loads";
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

type Seen = { order: OrderView; eta: EtaRange | null };

/** An order as the asker may see it, and when it will be there. @throws Refusal `order.not_found` */
export const seeOrderWithEta = (deps: Deps, actor: Actor, id: Id): Promise<Seen> =>
  withActor(deps, actor, async (work) => {
    const order = await orderFor(work, id);
    const etas = await etasOf(work, deps, [order]);
    return { order, eta: etas.get(id) ?? null };
  });

/**
 * The same for several, each with an asker of its own; null: nothing for that asker's eyes. For the house, which speaks
 * to many people at once.
 */
export const seeOrdersWithEta = (
  deps: Deps,
  house: Actor,
  asked: readonly { actor: Actor; id: Id }[],
): Promise<(Seen | null)[]> =>
  withActor(deps, house, async (work) => {
    const found = await ordersFor(work.tx, house.organisationId, asked);
    const etas = await etasOf(
      work,
      deps,
      found.filter((order) => order !== null),
    );
    return found.map((order) => order && { order, eta: etas.get(order.id) ?? null });
  });

/** What is collected, closed or given up has none. */
const isForeseen = ({ closedAt, fulfilment, status }: OrderView): boolean =>
  closedAt === null && fulfilment !== "pickup" && status !== "awaiting_payment";

/**
 * By order. None for what was ordered for a time of its own and is not confirmed yet: there the promise stands.
 */
async function etasOf(work: Work, deps: Deps, seen: readonly OrderView[]): Promise<Map<Id, EtaRange>> {
  const open = new Map(seen.filter(isForeseen).map((order) => [order.id, order]));
  const underWay = await etasUnderWay(work, deps, [...open.keys()]);
  const placed = [...open.values()].filter(({ id, status }) => status === "placed" && !underWay.has(id));
  const foreseen = await etasOfPlaced(
    work,
    deps,
    placed.map(({ id }) => id),
  );
  return new Map([...underWay, ...foreseen].map(([id, eta]) => [id, rangeAt(eta, work.at)]));
}

type Etas = Map<Id, Eta>;

async function etasUnderWay({ tx, actor, at }: Work, deps: Deps, ids: readonly Id[]): Promise<Etas> {
  if (ids.length === 0) return new Map();
  const { organisationId } = actor;
  const rows = await journeyRows(tx, organisationId, and(inArray(orders.id, [...ids]), isNull(deliveries.closedAt)));
  const etas = await byRegion(rows, async (regionId, here) => {
    const region = { organisationId, regionId };
    const [parts, knowledge, loadOf] = await Promise.all([
      journeyParts(tx, organisationId, here),
      readKnowledge(deps, tx, region),
      readLoadsAt(
        deps,
        tx,
        region,
        here.map(({ order }) => order.placedAt.getTime()),
      ),
    ]);
    return toJourneys(here, parts, loadOf).map((journey, index) => {
      const told = etaPartsOf(knowledge, { journey, nowMs: at.getTime() });
      return [here[index]!.order.id, told && etaOf(knowledge, told)] as const;
    });
  });
  return known(etas);
}

/** Nobody has confirmed them: no delivery, only a branch and a door. */
async function etasOfPlaced({ tx, actor, at }: Work, deps: Deps, ids: readonly Id[]): Promise<Etas> {
  if (ids.length === 0) return new Map();
  const { organisationId } = actor;
  const rows = (await placedRows(tx, organisationId, ids)).filter(({ scheduledFor }) => !scheduledFor);
  const etas = await byRegion(rows, async (regionId, here) => {
    const region = { organisationId, regionId };
    const [knowledge, loadOf] = await Promise.all([
      readKnowledge(deps, tx, region),
      readLoadsAt(
        deps,
        tx,
        region,
        here.map(({ placedAt }) => placedAt.getTime()),
      ),
    ]);
    return here.map((row) => [row.id, etaOfPlaced(knowledge, row, loadOf, at.getTime())] as const);
  });
  return known(etas);
}

function etaOfPlaced(
  knowledge: Knowledge,
  { branch, lat, lng, placedAt }: Awaited<ReturnType<typeof placedRows>>[number],
  loadOf: (ms: number) => number | null,
  nowMs: number,
): Eta | null {
  if (lat === null || lng === null) return null;
  const placedMs = placedAt.getTime();
  const setting = {
    branchId: branch.id,
    counter: { lat: branch.lat, lng: branch.lng },
    usualPreparationSeconds: branch.preparationMinutes * 60,
    timezone: branch.timezone,
    handling: HANDLING,
  };
  return foreseeArrival(knowledge, { setting, door: { lat, lng }, placedMs, load: loadOf(placedMs) }, nowMs);
}

const known = (etas: readonly (readonly [Id, Eta | null])[]): Etas =>
  new Map(etas.flatMap(([id, eta]) => (eta ? [[id, eta] as const] : [])));

/** What is known of streets and kitchens, and how busy it is, belongs to a region. */
async function byRegion<Row extends { branch: { regionId: Id } }, Found>(
  rows: readonly Row[],
  find: (regionId: Id, here: Row[]) => Promise<Found[]>,
): Promise<Found[]> {
  const regions = Map.groupBy(rows, ({ branch }) => branch.regionId);
  return (await Promise.all([...regions].map(([regionId, here]) => find(regionId, here)))).flat();
}

function rangeAt(eta: Eta, at: Date): EtaRange {
  const { fromMs, toMs } = rangeOf(eta);
  const moment = (ms: number) => new Date(ms).toISOString();
  // Rounding down must not tell of a time that has passed.
  return { from: moment(Math.max(fromMs, at.getTime())), likelyAt: moment(eta.p50Ms), to: moment(toMs) };
}
