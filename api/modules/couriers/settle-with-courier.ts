import { and, eq, isNull } from "drizzle-orm";
import { handInCash, payOut } from "#api/domain/money/courier-money";
import type { Movement } from "#api/domain/money/movement";
import { audit } from "#api/modules/audit/audit";
import { postMovement } from "#api/modules/money/post-movement";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, moneyMovements } from "#drizzle/schema/index";
import type { CourierPurse, NewSettlement } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import type { Minor } from "#shared/kernel/units";
import { courierChats } from "./courier-chat";
import { type CourierRow, lockCourier } from "./lock-courier";
import { purseOf } from "./purse";

type Wish = NewSettlement & { id: Id };

/**
 * A courier brings customers' cash to the till of a branch. The client names it, so that a second tap books nothing; the
 * lock on the courier keeps two people from taking the same notes.
 * @throws Refusal `auth.not_allowed`, `courier.not_found`, `branch.not_found`, `courier.hand_in_too_large`
 */
export const takeInCash = (deps: Deps, actor: Person, wish: Wish): Promise<CourierPurse> => {
  mustMayAt(actor, "cash.take_in", wish.branchId);
  return withActor(deps, actor, (work) =>
    settle(deps, work, wish, (courier, { cashInHandMinor }) => {
      if (wish.amountMinor > cashInHandMinor) throw new Refusal("courier.hand_in_too_large", { cashInHandMinor });
      return handInCash({ ...sumOf(courier, wish), handInId: wish.settlementId });
    }),
  );
};

/**
 * The till of a branch pays a courier what they have earned, or a part of it. As often told, as once.
 * @throws Refusal `auth.not_allowed`, `courier.not_found`, `branch.not_found`, `courier.pay_out_too_large`
 */
export const payOutCourier = (deps: Deps, actor: Person, wish: Wish): Promise<CourierPurse> => {
  mustMayAt(actor, "courier.pay_out", wish.branchId);
  return withActor(deps, actor, (work) =>
    settle(deps, work, wish, (courier, { owedMinor }) => {
      if (wish.amountMinor > owedMinor) throw new Refusal("courier.pay_out_too_large", { owedMinor });
      return payOut({ ...sumOf(courier, wish), payOutId: wish.settlementId });
    }),
  );
};

/** The till is one of a branch where the asker has the right. */
function mustMayAt(actor: Person, permission: Permission, branchId: Id): void {
  mustMay(actor, permission);
  if (!mayAt(actor, permission, branchId)) throw new Refusal("branch.not_found");
}

const sumOf = ({ id, currency }: CourierRow, { branchId, amountMinor }: Wish) => ({
  courierId: id,
  currency,
  branchId,
  amountMinor,
});

async function settle(
  deps: Deps,
  work: Work,
  wish: Wish,
  movementFor: (courier: CourierRow, purse: CourierPurse) => Movement,
): Promise<CourierPurse> {
  const courier = await lockCourier(work, wish.id);
  await mustBeTill(work, courier, wish.branchId);
  const before = await purseOf(work, courier);
  if (await wasSettled(work, wish.settlementId)) return before;
  const movement = movementFor(courier, before);
  await postMovement(work, deps, movement);
  const after = await purseOf(work, courier);
  const { branchId, amountMinor } = wish;
  await audit(work, deps, {
    action: `courier.${movement.kind}`,
    subjectKind: "courier",
    subjectId: courier.id,
    after: { amountMinor, branchId },
  });
  work.emit({ kind: "courier.changed", body: { courierId: courier.id } });
  await tell(work, movement, amountMinor, after);
  return after;
}

/** A branch that takes the courier's currency. */
async function mustBeTill({ tx, actor }: Work, { currency }: CourierRow, branchId: Id): Promise<void> {
  const found = await tx.$count(
    branches,
    and(
      eq(branches.organisationId, actor.organisationId),
      eq(branches.id, branchId),
      eq(branches.currency, currency),
      isNull(branches.archivedAt),
    ),
  );
  if (found === 0) throw new Refusal("branch.not_found");
}

const wasSettled = async ({ tx, actor }: Work, causeId: Id): Promise<boolean> =>
  (await tx.$count(
    moneyMovements,
    and(eq(moneyMovements.organisationId, actor.organisationId), eq(moneyMovements.causeId, causeId)),
  )) > 0;

/** Money that changed hands is confirmed in writing, for both sides. */
async function tell(work: Work, { kind, causeId, courierId }: Movement, amountMinor: Minor, after: CourierPurse) {
  const chat = (await courierChats(work, [courierId!])).get(courierId!);
  if (!chat) return;
  const { recipientId, botId } = chat;
  const handedIn = kind === "cash_hand_in";
  work.notify({
    recipientId,
    botId,
    version: 1,
    body: {
      kind: "courier.settled",
      settlementId: causeId,
      courierId: courierId!,
      handedIn,
      amountMinor,
      leftMinor: handedIn ? after.cashInHandMinor : after.owedMinor,
      currency: after.currency,
    },
  });
}
