import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers, memberships } from "#drizzle/schema/index";
import type { CourierChange, CourierView } from "#shared/contracts/courier";
import type { CourierStatus } from "#shared/courier/courier-state";
import type { Id } from "#shared/kernel/ids";
import { courierChats } from "./courier-chat";
import { forgetOwner } from "./courier-directory";
import { courierView } from "./couriers.queries";
import { type CourierRow, lockCourier } from "./lock-courier";
import { endShift } from "./work-shift";

type Decision = { id: Id; status: Extract<CourierStatus, "active" | "suspended"> };

/**
 * Lets a courier ride here, or not any more. He hears of it. What a suspended one carries he may still bring; dispatch
 * takes it from him by hand.
 * @throws Refusal `courier.not_found`, `auth.not_allowed`
 */
export const admitCourier = (deps: Deps, actor: Person, { id, status }: Decision): Promise<CourierView> => {
  mustMay(actor, "courier.approve");
  return withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, id);
    if (courier.status !== status) await decide(work, courier, status);
    work.afterCommit(() => forgetActor(deps, actor.organisationId, courier.accountId));
    work.afterCommit(() => forgetOwner(deps, id));
    return courierView(work, id);
  });
};

async function decide(work: Work, courier: CourierRow, status: Decision["status"]): Promise<void> {
  const { organisationId, id, accountId } = courier;
  const admitted = status === "active";
  if (!admitted) await endShift(work, id);
  await work.tx
    .update(couriers)
    .set({ status, ...(admitted ? {} : { state: "offline" as const, stateAt: work.at, staleAt: null }) })
    .where(and(eq(couriers.organisationId, organisationId), eq(couriers.id, id)));
  await work.tx
    .update(memberships)
    .set({ status, statusAt: work.at })
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.accountId, accountId),
        eq(memberships.role, "courier"),
      ),
    );
  work.emit({ kind: "courier.changed", body: { courierId: id, status } });
  const chat = (await courierChats(work, [id])).get(id);
  if (!chat) return;
  const { recipientId, botId } = chat;
  work.notify({
    recipientId,
    botId,
    version: secondsOf(work.at),
    body: { kind: "courier.admitted", courierId: id, admitted },
  });
}

/** A courier's row counts no versions; two decisions of one second are one message. */
const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** Vehicle, capacity, guarantee, cash limit. @throws Refusal `courier.not_found`, `auth.not_allowed` */
export const changeCourier = (
  deps: Deps,
  actor: Person,
  { id, ...change }: CourierChange & { id: Id },
): Promise<CourierView> => {
  mustMay(actor, "courier.edit");
  return withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, id);
    if (Object.keys(change).length > 0)
      await work.tx
        .update(couriers)
        .set(change)
        .where(and(eq(couriers.organisationId, courier.organisationId), eq(couriers.id, id)));
    work.emit({ kind: "courier.changed", body: { courierId: id } });
    return courierView(work, id);
  });
};
