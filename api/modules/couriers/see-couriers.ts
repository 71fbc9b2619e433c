import type { z } from "zod";
import { hasRole, type Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { CourierView, NearestCouriers, NearestQuery } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { mustBeCourier } from "./courier-person";
import { courierView, courierViews } from "./couriers.queries";
import { nearestCouriers } from "./live-positions";

/** Everybody who rides here. @throws Refusal `auth.not_allowed` */
export const listCouriers = (deps: Deps, actor: Person): Promise<{ couriers: CourierView[] }> => {
  mustMay(actor, "courier.see");
  return withActor(deps, actor, async (work) => ({ couriers: await courierViews(work, undefined) }));
};

/** One courier: oneself, or any for dispatch. @throws Refusal `courier.not_found` */
export const seeCourier = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<CourierView> => {
  if (actor.courierId !== id && !hasRole(actor, "dispatcher", "manager", "owner"))
    throw new Refusal("courier.not_found");
  return withActor(deps, actor, (work) => courierView(work, id));
};

/** @throws Refusal `courier.not_found`, `auth.not_allowed` */
export const seeMyself = (deps: Deps, actor: Person): Promise<CourierView> => {
  const courierId = mustBeCourier(actor, "shift.work");
  return withActor(deps, actor, (work) => courierView(work, courierId));
};

/** Who is nearest to a point now, of one's own couriers. @throws Refusal `auth.not_allowed` */
export const findNearest = (
  deps: Deps,
  actor: Person,
  { regionId, limit, ...point }: z.infer<typeof NearestQuery>,
): Promise<z.infer<typeof NearestCouriers>> => {
  mustMay(actor, "courier.see");
  return withActor(deps, actor, async (work) => {
    const own = new Set((await courierViews(work, undefined)).map(({ id }) => id));
    const near = await nearestCouriers(deps, regionId, point, limit);
    return { couriers: near.filter(({ courierId }) => own.has(courierId)) };
  });
};
