import { and, eq } from "drizzle-orm";
import { balanceOf } from "#api/modules/money/balance-of";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { CourierPurse } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** What a courier holds of ours, and we of theirs. @throws Refusal `auth.not_allowed`, `courier.not_found` */
export const seePurse = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<CourierPurse> => {
  mustMay(actor, "cash.take_in");
  return withActor(deps, actor, async (work) => {
    const [courier] = await work.tx
      .select({ id: couriers.id, currency: couriers.currency })
      .from(couriers)
      .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.id, id)));
    if (!courier) throw new Refusal("courier.not_found");
    return purseOf(work, courier);
  });
};

/** The same in a transaction that is open already. */
export async function purseOf(
  work: Work,
  { id, currency }: { id: Id } & Pick<CourierPurse, "currency">,
): Promise<CourierPurse> {
  const [cashInHandMinor, owed] = await Promise.all([
    balanceOf(work, "courier_cash", id),
    balanceOf(work, "courier_owed", id),
  ]);
  return { currency, cashInHandMinor, owedMinor: owed === 0 ? 0 : -owed };
}
