import { and, eq, inArray } from "drizzle-orm";
import type { CourierRow } from "#api/modules/couriers/lock-courier";
import { balanceOf } from "#api/modules/money/balance-of";
import type { Work } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import { CARRIED_DELIVERY_STATUSES } from "#shared/delivery/delivery-status";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/**
 * Whether this courier, whom the transaction holds, may have these deliveries on top of what he carries.
 * @throws Refusal `courier.not_approved`, `courier.not_online`, `courier.full`, `courier.cash_limit`
 */
export async function mustBeAbleToCarry(
  work: Work,
  courier: CourierRow,
  more: readonly { cashToCollectMinor: number }[],
): Promise<void> {
  if (courier.status !== "active") throw new Refusal("courier.not_approved");
  if (courier.state !== "online") throw new Refusal("courier.not_online");
  const [carried, cashInHandMinor] = await Promise.all([
    carriedBy(work, courier.id),
    balanceOf(work, "courier_cash", courier.id),
  ]);
  if (carried + more.length > courier.capacity) throw new Refusal("courier.full", { capacity: courier.capacity });
  const cashMinor = more.reduce((sum, { cashToCollectMinor }) => sum + cashToCollectMinor, 0);
  if (cashMinor > 0 && cashInHandMinor + cashMinor > courier.cashLimitMinor)
    throw new Refusal("courier.cash_limit", { limitMinor: courier.cashLimitMinor, inHandMinor: cashInHandMinor });
}

async function carriedBy({ tx, actor }: Work, courierId: Id): Promise<number> {
  return tx.$count(
    deliveries,
    and(
      eq(deliveries.organisationId, actor.organisationId),
      eq(deliveries.courierId, courierId),
      inArray(deliveries.status, [...CARRIED_DELIVERY_STATUSES]),
    ),
  );
}
