import { and, eq, inArray } from "drizzle-orm";
import { answeredLately } from "#api/modules/alerts/answered-lately";
import { openAlert } from "#api/modules/alerts/open-alert";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { lockDelivery } from "#api/modules/deliveries/lock-delivery";
import { release } from "#api/modules/deliveries/release-delivery";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations, type Work, withActor } from "#api/platform/with-actor";
import { couriers, deliveries, orders } from "#drizzle/schema/index";
import { NagStep } from "#shared/contracts/notifications";
import { POSITION_NAG_MS, POSITION_SILENT_MS, POSITION_STALE_MS } from "#shared/courier/position-age";
import { ON_BOARD_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { courierChats } from "./courier-chat";
import { dropPosition, lastSeenMs } from "./live-positions";
import { type CourierRow, lockCourier } from "./lock-courier";

type Ref = { organisationId: Id; subjectId: Id };

/**
 * What a courier's silence has come to: a reminder after one minute, out of dispatch after three, and after ten what he
 * has not fetched yet is given to another, and the dispatchers are rung for what he has on board. Whoever is heard
 * again is welcome back. Does nothing before its time.
 */
export async function checkSilence(deps: Deps, { organisationId, subjectId }: Ref): Promise<void> {
  const liveMs = await heardByRedisMs(deps, organisationId, subjectId);
  await withActor(deps, systemActor(organisationId), async (work) => {
    const courier = await lockCourier(work, subjectId);
    if (courier.state !== "online" || !courier.staleAt || courier.staleAt > work.at) return;
    const rowMs = (courier.lastPositionAt ?? courier.stateAt).getTime();
    // Whoever has just come online is heard of by that.
    const heardMs = Math.max(liveMs, rowMs, courier.stateAt.getTime());
    const silentMs = work.at.getTime() - heardMs;
    if (silentMs < POSITION_NAG_MS) return welcomeBack(work, deps, courier, heardMs);
    if (silentMs < POSITION_STALE_MS) return nag(work, courier, "slow", heardMs, heardMs + POSITION_STALE_MS);
    await leaveOut(work, deps, courier);
    if (silentMs < POSITION_SILENT_MS) return nag(work, courier, "removed", heardMs, heardMs + POSITION_SILENT_MS);
    await giveUpOn(work, deps, courier);
    await lookAgain(work, courier, work.at.getTime() + POSITION_NAG_MS, {});
  });
}

async function welcomeBack(work: Work, deps: Deps, courier: CourierRow, heardMs: number): Promise<void> {
  if (courier.naggedAt) {
    await settleAlerts(work, deps, courier.id, ["courier_silent"]);
    await tell(work, courier, "back", heardMs);
  }
  await lookAgain(work, courier, heardMs + POSITION_NAG_MS, { naggedAt: null });
}

async function nag(work: Work, courier: CourierRow, step: NagStep, heardMs: number, againMs: number): Promise<void> {
  await tell(work, courier, step, heardMs);
  await lookAgain(work, courier, againMs, { naggedAt: work.at });
}

/** Once for each step of one silence: its beginning is the version. */
async function tell(work: Work, courier: CourierRow, step: NagStep, heardMs: number): Promise<void> {
  const chat = (await courierChats(work, [courier.id])).get(courier.id);
  const version = 4 * Math.floor(heardMs / 4_000) + NagStep.options.indexOf(step);
  if (chat) {
    const { recipientId, botId } = chat;
    work.notify({ recipientId, botId, version, body: { kind: "courier.nag", courierId: courier.id, step } });
  }
}

async function lookAgain(
  work: Work,
  { organisationId, id }: CourierRow,
  atMs: number,
  change: { naggedAt?: Date | null },
): Promise<void> {
  const staleAt = new Date(atMs);
  await work.tx
    .update(couriers)
    .set({ ...change, staleAt })
    .where(and(eq(couriers.organisationId, organisationId), eq(couriers.id, id)));
  work.wake({ kind: "courier-silence", subjectId: id, at: staleAt });
}

async function leaveOut(work: Work, deps: Deps, { id, regionId }: CourierRow): Promise<void> {
  work.emit({ kind: "courier.changed", body: { courierId: id } });
  work.afterCommit(() => dropPosition(deps, regionId, id));
}

async function giveUpOn(work: Work, deps: Deps, { organisationId, id }: CourierRow): Promise<void> {
  const his = await work.tx
    .select({
      id: deliveries.id,
      status: deliveries.status,
      branchId: deliveries.branchId,
      code: orders.code,
    })
    .from(deliveries)
    .innerJoin(orders, and(eq(orders.organisationId, deliveries.organisationId), eq(orders.id, deliveries.orderId)))
    .where(
      and(
        eq(deliveries.organisationId, organisationId),
        eq(deliveries.courierId, id),
        inArray(deliveries.status, ["assigned", ...ON_BOARD_DELIVERY_STATUSES]),
      ),
    )
    .orderBy(deliveries.id);
  for (const { id: deliveryId } of his.filter(({ status }) => status === "assigned")) {
    const held = await lockDelivery(work, deliveryId);
    if (held.status === "assigned" && held.courierId === id) await release(work, deps, held, "gone_silent");
  }
  const onBoard = his.filter(({ status }) => status !== "assigned");
  const quiet = await answeredLately(work, "courier_silent", [id]);
  if (onBoard.length === 0 || quiet.has(id)) return;
  await openAlert(work, deps, {
    kind: "courier_silent",
    subjectId: id,
    branchId: onBoard[0]!.branchId,
    details: { courierId: id, onBoard: onBoard.map((delivery) => ({ deliveryId: delivery.id, code: delivery.code })) },
  });
}

async function heardByRedisMs(deps: Deps, organisationId: Id, courierId: Id): Promise<number> {
  const [row] = await acrossOrganisations(deps, (tx) =>
    tx
      .select({ regionId: couriers.regionId })
      .from(couriers)
      .where(and(eq(couriers.organisationId, organisationId), eq(couriers.id, courierId))),
  );
  return row ? lastSeenMs(deps, row.regionId, courierId) : 0;
}
