import type { ReportedPosition } from "#shared/contracts/position";
import { telegramPlace } from "../../kit/telegram-location";

/** The page's own service may fall silent in a pocket; then Telegram's is asked. */
const SILENCE_MS = 15_000;

export type PlaceProblem = "denied" | "unavailable";

type Watch = {
  /** @param deviceAtMs by the device's clock, like `Date.now()` */
  onFix(fix: Omit<ReportedPosition, "atMs">, deviceAtMs: number): void;
  onProblem(problem: PlaceProblem | null): void;
};

/**
 * Follows the phone: by the browser's watch, and by Telegram's LocationManager where that one is silent or forbidden.
 * Asks for the permission; call it only after it was explained.
 * @returns what stops it
 */
export function watchPlace({ onFix, onProblem }: Watch): () => void {
  let heardAtMs = Number.NEGATIVE_INFINITY;
  let denied = false;
  const fix = (place: Omit<ReportedPosition, "atMs" | "source">, deviceAtMs: number) => {
    heardAtMs = performance.now();
    onProblem(null);
    onFix({ ...place, source: "mini_app" }, deviceAtMs);
  };
  const askTelegram = async () => {
    const place = await telegramPlace();
    if (place) return fix(place, Date.now());
    onProblem(denied ? "denied" : "unavailable");
  };
  const watch = navigator.geolocation?.watchPosition(
    ({ coords, timestamp }) =>
      fix(
        {
          lat: coords.latitude,
          lng: coords.longitude,
          accuracyMetres: coords.accuracy,
          headingDegrees: Number.isNaN(coords.heading) ? null : coords.heading,
        },
        timestamp,
      ),
    ({ code, PERMISSION_DENIED }) => {
      denied = code === PERMISSION_DENIED;
      if (performance.now() - heardAtMs > SILENCE_MS) void askTelegram();
    },
    { enableHighAccuracy: true, maximumAge: 5_000, timeout: SILENCE_MS },
  );
  const timer = setInterval(() => {
    if (performance.now() - heardAtMs > SILENCE_MS) void askTelegram();
  }, SILENCE_MS);
  return () => {
    if (watch !== undefined) navigator.geolocation.clearWatch(watch);
    clearInterval(timer);
  };
}
