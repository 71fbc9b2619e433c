import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { deliveries } from "#drizzle/schema/index";
import type { DeliveryView } from "#shared/contracts/delivery";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { viewOf } from "./act-on-delivery";
import { concerns } from "./lock-delivery";

/** One delivery, for its courier and for dispatch. @throws Refusal `delivery.not_found` */
export const seeDelivery = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<DeliveryView> =>
  withActor(deps, actor, async (work) => {
    const [delivery] = await work.tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.organisationId, actor.organisationId), eq(deliveries.id, id)));
    if (!delivery || !concerns(work, delivery)) throw new Refusal("delivery.not_found");
    return viewOf(work, id);
  });
