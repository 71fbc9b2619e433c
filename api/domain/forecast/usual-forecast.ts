import type { Forecast } from "#api/domain/dispatch/dispatch-policy";
import { distanceMetres } from "#shared/kernel/geo";
import { travelSeconds } from "#shared/kernel/vehicle";

/** The usual speed of a vehicle, and a courier's own habit: what rounds knew before they kept their forecast's facts. */
export const USUAL_FORECAST: Forecast = {
  travelSeconds: (from, to, vehicle) => travelSeconds(distanceMetres(from, to), vehicle),
  acceptProbability: (courier) => courier.acceptanceRate,
};
