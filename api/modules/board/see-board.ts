import { listAlerts } from "#api/modules/alerts/see-alerts";
import { seeBranches } from "#api/modules/branches/see-branches";
import { positionsOf, type SeenCourier } from "#api/modules/couriers/live-positions";
import { summaryOf } from "#api/modules/orders/summary-of";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import {
  type BoardChangesQuery,
  type BoardCourier,
  type BoardOrder,
  type BoardPart,
  type BoardView,
  idsOf,
} from "#shared/contracts/board";
import type { Id } from "#shared/kernel/ids";
import {
  boardZones,
  type OpenOrderRow,
  openOrderRows,
  type WorkingCourierRow,
  workingCourierRows,
} from "./board.queries";

/** More alerts than this ring at nobody. */
const ALERTS_MAX = 200;

/** All that a dispatcher looks at, of the branches that they answer for. @throws Refusal `auth.not_allowed` */
export async function seeBoard(deps: Deps, actor: Person): Promise<BoardView> {
  mustMay(actor, "board.see");
  const [part, zones, branches, { alerts }] = await Promise.all([
    readPart(deps, actor, {}),
    withActor(deps, actor, boardZones),
    seeBranches(deps, actor, null),
    listAlerts(deps, actor, { state: "ringing", limit: ALERTS_MAX }),
  ]);
  return { ...part, zones, branches: branches.filter(({ id }) => mayAt(actor, "board.see", id)), alerts };
}

/** These orders and couriers as they are now; who is left out has left the board. @throws Refusal `auth.not_allowed` */
export const seeBoardChanges = (deps: Deps, actor: Person, { orders, couriers }: BoardChangesQuery) => {
  mustMay(actor, "board.see");
  return readPart(deps, actor, { orders: idsOf(orders), couriers: idsOf(couriers) });
};

const readPart = (deps: Deps, actor: Person, only: { orders?: Id[]; couriers?: Id[] }): Promise<BoardPart> =>
  withActor(deps, actor, async (work) => {
    const [orders, couriers] = await Promise.all([
      only.orders?.length === 0 ? [] : openOrderRows(work, only.orders),
      only.couriers?.length === 0 ? [] : workingCourierRows(work, only.couriers),
    ]);
    const seen = await lastSeen(deps, couriers);
    return {
      at: work.at.toISOString(),
      orders: orders.map(toBoardOrder),
      couriers: couriers.map((row) => toBoardCourier(row, seen.get(row.courier.id))),
    };
  });

/** Where Redis saw them last; the row's own position, up to 15 seconds older, is what an emptied Redis leaves. */
async function lastSeen(deps: Deps, rows: readonly WorkingCourierRow[]): Promise<Map<Id, SeenCourier>> {
  const byRegion = Map.groupBy(rows, ({ courier }) => courier.regionId);
  const seen = await Promise.all(
    [...byRegion].map(([regionId, here]) =>
      positionsOf(
        deps,
        regionId,
        here.map(({ courier }) => courier.id),
      ),
    ),
  );
  return new Map(seen.flat().map((row) => [row.courierId, row]));
}

const toBoardOrder = ({ order, delivery, addressText }: OpenOrderRow): BoardOrder => {
  const { invoiceExpiresAt: _, closedAt: __, ...summary } = summaryOf(order);
  return {
    ...summary,
    readyAt: order.readyAt?.toISOString() ?? null,
    addressText,
    delivery: delivery && {
      id: delivery.id,
      status: delivery.status,
      statusAt: delivery.statusAt.toISOString(),
      version: delivery.version,
      dropoff: { lat: delivery.dropoffLat, lng: delivery.dropoffLng },
      courierId: delivery.courierId,
      step: delivery.ladderStep,
      pinnedCourierId: delivery.pinnedCourierId,
      keepApart: delivery.keepApart,
    },
  };
};

const toBoardCourier = (
  { courier, firstName, activeOrders }: WorkingCourierRow,
  seen: SeenCourier | undefined,
): BoardCourier => ({
  id: courier.id,
  firstName: firstName ?? "",
  vehicle: courier.vehicle,
  state: courier.state,
  capacity: courier.capacity,
  activeOrders: activeOrders ?? 0,
  position: seen ? { ...seen.point, at: new Date(seen.atMs).toISOString() } : rowPosition(courier),
});

const rowPosition = ({ lastLat, lastLng, lastPositionAt }: WorkingCourierRow["courier"]): BoardCourier["position"] =>
  lastLat !== null && lastLng !== null && lastPositionAt
    ? { lat: lastLat, lng: lastLng, at: lastPositionAt.toISOString() }
    : null;
