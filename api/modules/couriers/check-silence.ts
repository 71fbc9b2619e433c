import { and, eq } from "drizzle-orm";
import { settleAlerts } from "#api/modules/alerts/settle-alerts";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations, type Work, withActor } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import { NagStep } from "#shared/contracts/notifications";
import { POSITION_NAG_MS, POSITION_SILENT_MS, POSITION_STALE_MS } from "#shared/courier/position-age";
import type { Id } from "#shared/kernel/ids";
import { courierChats } from "./courier-chat";
import { giveUpOn } from "./give-up-on";
import { isCarrying } from "./is-carrying";
import { dropPosition, lastSeenMs } from "./live-positions";
import { type CourierRow, lockCourier } from "./lock-courier";

type Ref = { organisationId: Id; subjectId: Id };

/**
 * What a courier's silence has come to: a reminder after one minute, out of dispatch after three, and after ten what he
 * has not fetched yet is given to another, and the dispatchers are rung for what he has on board. Whoever is heard
 * again is welcome back. Off work only those are watched who still carry something: on a break like at work, and whoever
 * was suspended is as good as silent. Does nothing before its time.
 */
export async function checkSilence(deps: Deps, { organisationId, subjectId }: Ref): Promise<void> {
  const liveMs = await heardByRedisMs(deps, organisationId, subjectId);
  await withActor(deps, systemActor(organisationId), async (work) => {
    const courier = await lockCourier(work, subjectId);
    if (!courier.staleAt || courier.staleAt > work.at) return;
    if (courier.state !== "online" && !(await isCarrying(work, courier))) return lookNoMore(work, courier);
    if (courier.status !== "active") return bringItHome(work, deps, courier);
    const rowMs = (courier.lastPositionAt ?? courier.stateAt).getTime();
    // Whoever has just come online is heard of by that.
    const heardMs = Math.max(liveMs, rowMs, courier.stateAt.getTime());
    const silentMs = work.at.getTime() - heardMs;
    if (silentMs < POSITION_NAG_MS) return welcomeBack(work, deps, courier, heardMs);
    if (silentMs < POSITION_STALE_MS) return nag(work, courier, "slow", heardMs, heardMs + POSITION_STALE_MS);
    await leaveOut(work, deps, courier);
    if (silentMs < POSITION_SILENT_MS) return nag(work, courier, "removed", heardMs, heardMs + POSITION_SILENT_MS);
    await giveUpOn(work, deps, courier, "gone_silent");
    await lookAgain(work, courier, work.at.getTime() + POSITION_NAG_MS, {});
  });
}

/** Somebody who may not ride any more still has food on board: it rings until it is somebody else's. */
async function bringItHome(work: Work, deps: Deps, courier: CourierRow): Promise<void> {
  await giveUpOn(work, deps, courier, "went_offline");
  await lookAgain(work, courier, work.at.getTime() + POSITION_NAG_MS, {});
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

async function lookNoMore({ tx }: Work, { organisationId, id }: CourierRow): Promise<void> {
  await tx
    .update(couriers)
    .set({ staleAt: null, naggedAt: null })
    .where(and(eq(couriers.organisationId, organisationId), eq(couriers.id, id)));
}

async function leaveOut(work: Work, deps: Deps, { id, regionId }: CourierRow): Promise<void> {
  work.emit({ kind: "courier.changed", body: { courierId: id } });
  work.afterCommit(() => dropPosition(deps, regionId, id));
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
