export type Place = { latitude: number; longitude: number };
export type Pixel = { x: number; y: number };

const TILE_PX = 256;
const RADIANS = Math.PI / 180;
const worldPx = (zoom: number): number => TILE_PX * 2 ** zoom;

/** Web Mercator, as every map on the web. */
export function project({ latitude, longitude }: Place, zoom: number): Pixel {
  const sine = Math.sin(Math.min(85, Math.max(-85, latitude)) * RADIANS);
  const size = worldPx(zoom);
  return { x: ((longitude + 180) / 360) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}

export function unproject({ x, y }: Pixel, zoom: number): Place {
  const size = worldPx(zoom);
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RADIANS;
  return { latitude, longitude: (x / size) * 360 - 180 };
}

/** Degrees clockwise from north, 1 to 360 as the Bot API wants it. */
export function heading(from: Place, to: Place): number {
  const east = (to.longitude - from.longitude) * Math.cos(from.latitude * RADIANS);
  const degrees = Math.atan2(east, to.latitude - from.latitude) / RADIANS;
  return Math.round((degrees + 360) % 360) || 360;
}
