import { openAlert } from "#api/modules/alerts/open-alert";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { CourierView } from "#shared/contracts/courier";
import { mustBeCourier } from "./courier-person";
import { courierView } from "./couriers.queries";

/** Somebody is in trouble on the road: rings everybody who dispatches, until one answers. */
export const pressPanic = (deps: Deps, actor: Person): Promise<CourierView> => {
  const courierId = mustBeCourier(actor, "panic.press");
  return withActor(deps, actor, async (work) => {
    await openAlert(work, deps, {
      kind: "courier_panic",
      subjectId: courierId,
      branchId: null,
      details: { courierId },
    });
    return courierView(work, courierId);
  });
};
