import type { BoardCourier } from "#shared/contracts/board";
import type { Candidate, DeliveryView } from "#shared/contracts/delivery";
import { distanceMetres } from "#shared/kernel/geo";
import type { Place } from "../board/position-store";

/**
 * Who could take over a delivery that somebody has already: the house ranks no more, so whoever has room and is near
 * the goods comes first.
 * @param placeOf the newest place of a courier
 */
export function rankByHand(
  couriers: readonly BoardCourier[],
  delivery: DeliveryView,
  placeOf: (courierId: string) => Place | undefined,
  nowMs: number,
): Candidate[] {
  const holder = delivery.courier?.id ?? null;
  const onBoard = delivery.status === "picked_up" || delivery.status === "at_dropoff";
  const goods = (onBoard && holder && placeOf(holder)) || delivery.pickup;
  return couriers
    .filter(({ id, state }) => id !== holder && state === "online")
    .map((courier): Candidate => {
      const place =
        placeOf(courier.id) ?? (courier.position && { ...courier.position, atMs: Date.parse(courier.position.at) });
      return {
        courierId: courier.id,
        firstName: courier.firstName,
        vehicle: courier.vehicle,
        points: null,
        pickupMetres: place ? Math.round(distanceMetres(place, goods)) : null,
        activeOrders: courier.activeOrders,
        positionAgeSeconds: place ? Math.round((nowMs - place.atMs) / 1_000) : null,
        obstacle: courier.activeOrders >= courier.capacity ? "full" : null,
        reasons: {},
      };
    })
    .sort(
      (a, b) =>
        Number(a.obstacle !== null) - Number(b.obstacle !== null) ||
        (a.pickupMetres ?? Number.MAX_VALUE) - (b.pickupMetres ?? Number.MAX_VALUE),
    );
}
