import type { Point } from "#shared/kernel/geo";

/** The map apps that people of our cities ride by. Each address opens the app, or its page where there is none. */
export const MAP_APPS = ["google", "yandex", "2gis", "apple"] as const;
export type MapApp = (typeof MAP_APPS)[number];

export const MAP_APP_NAMES: Record<MapApp, string> = {
  google: "Google Maps",
  yandex: "Yandex Maps",
  "2gis": "2GIS",
  apple: "Apple Maps",
};

const LINKS: Record<MapApp, (to: Point) => string> = {
  google: ({ lat, lng }) => `https://www.google.com/maps/dir/?api=1&destination=${lat},${lng}`,
  yandex: ({ lat, lng }) => `https://yandex.com/maps/?rtext=~${lat},${lng}&rtt=auto`,
  "2gis": ({ lat, lng }) => `https://2gis.uz/directions/points/%7C${lng}%2C${lat}`, // longitude first, as they have it
  apple: ({ lat, lng }) => `https://maps.apple.com/?daddr=${lat},${lng}`,
};

/** The way from here to there in that app. */
export const navigationLink = (app: MapApp, to: Point): string => LINKS[app](to);

export const isMapApp = (name: string | null): name is MapApp => MAP_APPS.some((app) => app === name);
