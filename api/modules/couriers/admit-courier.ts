import { and, eq } from "drizzle-orm";
import { audit } from "#api/modules/audit/audit";
import { changedFields } from "#api/modules/audit/changed-fields";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers, memberships } from "#drizzle/schema/index";
import type { CourierChange, CourierView } from "#shared/contracts/courier";
import type { CourierStatus } from "#shared/courier/courier-state";
import { POSITION_NAG_MS } from "#shared/courier/position-age";
import type { Id } from "#shared/kernel/ids";
import { courierChats } from "./courier-chat";
import { forgetOwner } from "./courier-directory";
import { courierView } from "./couriers.queries";
import { giveUpOn } from "./give-up-on";
import { type CourierRow, lockCourier } from "./lock-courier";
import { endShift } from "./work-shift";

type Decision = { id: Id; status: Extract<CourierStatus, "active" | "suspended"> };

/**
 * Lets a courier ride here, or not any more. He hears of it. A suspended one can tap nothing: what he has not fetched is
 * given to another at once, and it rings for what he has on board until a dispatcher has seen to it.
 * @throws Refusal `courier.not_found`, `auth.not_allowed`
 */
export const admitCourier = (deps: Deps, actor: Person, { id, status }: Decision): Promise<CourierView> => {
  mustMay(actor, "courier.approve");
  return withActor(deps, actor, async (work) => {
    const courier = await lockCourier(work, id);
    if (courier.status !== status) await decide(deps, work, courier, status);
    work.afterCommit(() => forgetActor(deps, actor.organisationId, courier.accountId));
    work.afterCommit(() => forgetOwner(deps, id));
    return courierView(work, id);
  });
};

async function decide(deps: Deps, work: Work, courier: CourierRow, status: Decision["status"]): Promise<void> {
  const { organisationId, id, accountId } = courier;
  const admitted = status === "active";
  if (!admitted) await endShift(work, id);
  // The watch goes on for as long as he carries something.
  const gone = { state: "offline" as const, stateAt: work.at, staleAt: lookAgainAt(work.at), naggedAt: null };
  await work.tx
    .update(couriers)
    .set({ status, ...(admitted ? {} : gone) })
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
  if (!admitted) {
    await giveUpOn(work, deps, courier, "went_offline");
    work.wake({ kind: "courier-silence", subjectId: id, at: lookAgainAt(work.at) });
  }
  await audit(work, deps, {
    action: admitted ? "courier.approve" : "courier.suspend",
    subjectKind: "courier",
    subjectId: id,
    before: { status: courier.status },
    after: { status },
  });
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

const lookAgainAt = (at: Date): Date => new Date(at.getTime() + POSITION_NAG_MS);

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
    const changed = changedFields(await lockCourier(work, id), change);
    if (Object.keys(changed.after).length === 0) return courierView(work, id);
    await work.tx
      .update(couriers)
      .set(change)
      .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, id)));
    await audit(work, deps, { action: "courier.edit", subjectKind: "courier", subjectId: id, ...changed });
    work.emit({ kind: "courier.changed", body: { courierId: id } });
    return courierView(work, id);
  });
};
