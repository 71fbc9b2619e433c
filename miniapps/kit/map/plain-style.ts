import type { StyleSpecification } from "maplibre-gl";

/** Degrees between two lines of the grid, for orientation where there are no streets: about a kilometre. */
const STEP = 0.01;
const EXTENT = { west: 55, east: 74, south: 37, north: 46 } as const; // Uzbekistan with its neighbours

/** Ground and a grid. Needs no network, no fonts and no pictures. */
export function plainStyle(isDark: boolean): StyleSpecification {
  const [ground, grid] = isDark ? ["#141b22", "#202a33"] : ["#eef1ec", "#dfe4dc"];
  return {
    version: 8,
    sources: { grid: { type: "geojson", data: gridLines() } },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": ground } },
      { id: "grid", type: "line", source: "grid", minzoom: 11, paint: { "line-color": grid, "line-width": 1 } },
    ],
  };
}

function gridLines(): GeoJSON.MultiLineString {
  const { west, east, south, north } = EXTENT;
  const lines: [number, number][][] = [];
  for (let lng = west; lng <= east; lng += STEP)
    lines.push([
      [lng, south],
      [lng, north],
    ]);
  for (let lat = south; lat <= north; lat += STEP)
    lines.push([
      [west, lat],
      [east, lat],
    ]);
  return { type: "MultiLineString", coordinates: lines };
}
