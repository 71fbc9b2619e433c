import { distanceMetres } from "#shared/kernel/geo";
import type { Metres } from "#shared/kernel/units";
import type { CleanSnapshot } from "./clean-snapshot";
import type { CourierView } from "./courier-view";
import type { BranchView, DeliveryView } from "./delivery-view";
import { obstacle } from "./may-carry";

export type Nearby = { courier: CourierView; metres: Metres };

/** The couriers that could take a delivery, nearest first, and the radius that had to be searched to find any. */
export type Search = { nearby: Nearby[]; radiusMetres: Metres; refusedNearby: number };

/**
 * Searches the branch's first radius, then twice as far, … to its last. Whoever refused before is left out and counted,
 * unless `againToo`: the ladder then asks everyone again rather than nobody.
 */
export function nearbyCouriers(
  delivery: DeliveryView,
  branch: BranchView,
  snapshot: CleanSnapshot,
  againToo: boolean,
): Search {
  const asked = againToo ? { ...delivery, refusedByCourierIds: [] } : delivery;
  const able: Nearby[] = [];
  let refusedNearby = 0;
  for (const courier of snapshot.couriers) {
    if (courier.position === null) continue;
    const metres = distanceMetres(courier.position, delivery.pickup);
    if (metres > branch.maxRadiusMetres && delivery.pinnedCourierId === null) continue;
    const why = obstacle(courier, asked, snapshot);
    if (why === "refused") refusedNearby += 1;
    if (why !== null) continue;
    able.push({ courier, metres });
  }
  able.sort((a, b) => a.metres - b.metres || (a.courier.id < b.courier.id ? -1 : 1));
  return { ...withinGrowingRadius(able, branch, delivery.pinnedCourierId !== null), refusedNearby };
}

function withinGrowingRadius(able: Nearby[], branch: BranchView, pinned: boolean): Omit<Search, "refusedNearby"> {
  const nearest = able[0]?.metres ?? Number.POSITIVE_INFINITY;
  let radiusMetres = Math.max(1, branch.radiusMetres);
  // A pin is a dispatcher's word: no distance is too far for it.
  const lastMetres = pinned ? nearest : branch.maxRadiusMetres;
  while (radiusMetres < nearest && radiusMetres < lastMetres) radiusMetres = Math.min(lastMetres, radiusMetres * 2);
  return { nearby: able.filter(({ metres }) => metres <= radiusMetres), radiusMetres };
}
