import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Point } from "#shared/kernel/geo";
import { Refusal } from "#shared/kernel/refusal";
import type { Metres, Minor } from "#shared/kernel/units";
import { deliveryFee } from "./delivery-fee";
import type { QuoteZone } from "./quote-types";

/** Whether the zone delivers to the point: inside its border and in none of its holes. A border counts as inside. */
export const covers = ({ polygon }: Pick<QuoteZone, "polygon">, { lng, lat }: Point): boolean =>
  booleanPointInPolygon([lng, lat], polygon);

export type Delivery = { point: Point; subtotalMinor: Minor; distanceMetres: Metres; cookAt: Date };

/**
 * The zone that an order is delivered in, with its fee: where several overlap, the cheapest, then the one with the
 * smaller id, so that the answer never depends on the order of rows.
 *
 * @throws Refusal `zone.outside`, or `zone.paused` when every zone there is paused
 */
export function chooseZone(zones: readonly QuoteZone[], delivery: Delivery): { zone: QuoteZone; feeMinor: Minor } {
  const around = zones.filter((zone) => covers(zone, delivery.point));
  if (around.length === 0) throw new Refusal("zone.outside");

  const [cheapest] = around
    .filter(({ pausedUntil }) => !pausedUntil || pausedUntil <= delivery.cookAt)
    .map((zone) => ({ zone, feeMinor: deliveryFee(zone.feeRule, delivery.subtotalMinor, delivery.distanceMetres) }))
    .sort((a, b) => a.feeMinor - b.feeMinor || (a.zone.id < b.zone.id ? -1 : 1));
  if (!cheapest) throw new Refusal("zone.paused");
  return cheapest;
}
