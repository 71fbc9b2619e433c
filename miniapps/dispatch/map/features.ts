import type { BoardCourier, BoardView } from "#shared/contracts/board";
import type { PositionStore } from "../board/position-store";
import { courierLook } from "../couriers/courier-status";

type Points = GeoJSON.FeatureCollection<GeoJSON.Point>;

const at = (lng: number, lat: number, properties: Record<string, string | number>): Points["features"][number] => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lng, lat] },
  properties,
});

/** Everybody who has a place, as they look now. */
export function courierFeatures(couriers: readonly BoardCourier[], positions: PositionStore, nowMs: number): Points {
  const features: Points["features"] = [];
  for (const courier of couriers) {
    const moved = positions.of(courier.id);
    const place = moved ?? courier.position;
    if (!place) continue;
    const atMs = "atMs" in place ? place.atMs : Date.parse(place.at);
    features.push(at(place.lng, place.lat, { id: courier.id, look: courierLook(courier, atMs, nowMs) }));
  }
  return { type: "FeatureCollection", features };
}

export const zoneFeatures = (zones: BoardView["zones"]): GeoJSON.FeatureCollection => ({
  type: "FeatureCollection",
  features: zones.map(({ id, polygon, pausedUntil }) => ({
    type: "Feature",
    geometry: polygon,
    properties: { id, paused: pausedUntil ? 1 : 0 },
  })),
});

/** The doors of all orders that are to be brought. */
export const orderFeatures = (orders: BoardView["orders"], nowMs: number): Points => ({
  type: "FeatureCollection",
  features: orders.flatMap(({ id, delivery, promisedAt }) =>
    delivery
      ? [at(delivery.dropoff.lng, delivery.dropoff.lat, { id, late: Date.parse(promisedAt) < nowMs ? 1 : 0 })]
      : [],
  ),
});
