import { locationManager } from "@telegram-apps/sdk-react";

/** Where the phone is, as Telegram's own location service says. */
export type TelegramPlace = { lat: number; lng: number; accuracyMetres: number | null; headingDegrees: number | null };

/**
 * Asks Telegram's LocationManager, which needs a permission of its own and works where the page's own does not.
 * @returns `null` where the client has none, or the person said no
 */
export async function telegramPlace(): Promise<TelegramPlace | null> {
  try {
    if (locationManager.mount.isAvailable() && !locationManager.isMounted()) await locationManager.mount();
    if (!locationManager.requestLocation.isAvailable()) return null;
    return placeOf(await locationManager.requestLocation());
  } catch {
    return null;
  }
}

/** Whether the person has said yes before, so that asking for a place shows no question. */
export function isTelegramPlaceGranted(): boolean {
  return locationManager.isMounted() && locationManager.isAccessGranted();
}

/** Telegram's page of what this bot may do. */
export const openLocationSettings = (): void => {
  locationManager.openSettings.ifAvailable();
};

function placeOf(location: unknown): TelegramPlace | null {
  if (typeof location !== "object" || location === null) return null;
  const { latitude, longitude, horizontal_accuracy, course } = location as Record<string, unknown>;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  const figure = (value: unknown) => (typeof value === "number" ? value : null);
  return {
    lat: latitude,
    lng: longitude,
    accuracyMetres: figure(horizontal_accuracy),
    headingDegrees: figure(course),
  };
}
