import type { ReportedPosition } from "#shared/contracts/position";
import { isTelegramPlaceGranted, telegramPlace } from "../../kit/telegram-location";

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
  // Telegram's own permission is asked for only where the browser's was refused: one question, not two.
  const failed = async ({ code, PERMISSION_DENIED }: GeolocationPositionError) => {
    const isDenied = code === PERMISSION_DENIED;
    const place = isDenied || isTelegramPlaceGranted() ? await telegramPlace() : null;
    if (place) return fix(place, Date.now());
    if (isDenied) onProblem("denied");
    else if (performance.now() - heardAtMs > SILENCE_MS) onProblem("unavailable");
  };
  const { geolocation } = navigator;
  // A watch that runs out of time has nothing new to tell: no failure, and no reason to ask for another permission.
  const silent = (error: GeolocationPositionError) => error.code === error.TIMEOUT || void failed(error);
  const watch = geolocation.watchPosition(seen, silent, ACCURATE);
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
