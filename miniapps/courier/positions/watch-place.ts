import type { ReportedPosition } from "#shared/contracts/position";
import { telegramPlace } from "../../kit/telegram-location";

/** A phone on a table sends nothing new; after this it is asked. */
const SILENCE_MS = 15_000;
const ACCURATE = { enableHighAccuracy: true, maximumAge: 5_000, timeout: SILENCE_MS } as const;

export type PlaceProblem = "denied" | "unavailable";

type Watch = {
  /** @param deviceAtMs by the device's clock, like `Date.now()` */
  onFix(fix: Omit<ReportedPosition, "atMs">, deviceAtMs: number): void;
  onProblem(problem: PlaceProblem | null): void;
};

/**
 * Follows the phone: by the browser's watch; a phone that lies still is asked where it is, so that it does not look
 * lost; and Telegram's LocationManager answers where the browser's service is forbidden or fails. Asks for permissions:
 * call it only after they were explained.
 * @returns what stops it
 */
export function watchPlace({ onFix, onProblem }: Watch): () => void {
  let heardAtMs = performance.now();
  const fix = (place: Omit<ReportedPosition, "atMs" | "source">, deviceAtMs: number) => {
    heardAtMs = performance.now();
    onProblem(null);
    onFix({ ...place, source: "mini_app" }, deviceAtMs);
  };
  const seen = ({ coords, timestamp }: GeolocationPosition) => fix(placeOf(coords), timestamp);
  const failed = async ({ code, PERMISSION_DENIED }: GeolocationPositionError) => {
    const place = await telegramPlace();
    if (place) fix(place, Date.now());
    else onProblem(code === PERMISSION_DENIED ? "denied" : "unavailable");
  };
  const { geolocation } = navigator;
  const watch = geolocation.watchPosition(seen, (error) => void failed(error), ACCURATE);
  const timer = setInterval(() => {
    if (performance.now() - heardAtMs < SILENCE_MS) return;
    geolocation.getCurrentPosition(seen, (error) => void failed(error), ACCURATE);
  }, SILENCE_MS);
  return () => {
    geolocation.clearWatch(watch);
    clearInterval(timer);
  };
}

const placeOf = ({ latitude, longitude, accuracy, heading }: GeolocationCoordinates) => ({
  lat: latitude,
  lng: longitude,
  accuracyMetres: accuracy,
  headingDegrees: Number.isNaN(heading) ? null : heading,
});
