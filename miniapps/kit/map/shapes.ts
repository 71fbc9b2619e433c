import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Area, Dot, Line } from "./map-parts";
import { toneColours } from "./tone-colours";

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
/** Beyond it dots are shown one by one, however near. */
const CLUSTER_MAX_ZOOM = 14;

/** Sources and layers for what is drawn over the style; after a change of the style they are added anew. */
export function addShapes(map: MapLibre): void {
  if (map.getSource("areas")) return;
  map.addSource("areas", { type: "geojson", data: EMPTY });
  map.addSource("lines", { type: "geojson", data: EMPTY });
  map.addSource("dots", {
    type: "geojson",
    data: EMPTY,
    cluster: true,
    clusterMaxZoom: CLUSTER_MAX_ZOOM,
    clusterRadius: 44,
  });
  const colour: ["get", string] = ["get", "colour"];
  map.addLayer({
    id: "area-fill",
    type: "fill",
    source: "areas",
    paint: { "fill-color": colour, "fill-opacity": 0.14 },
  });
  map.addLayer({
    id: "area-border",
    type: "line",
    source: "areas",
    paint: { "line-color": colour, "line-width": 1.5 },
  });
  const layout = { "line-cap": "round", "line-join": "round" } as const;
  const paint = { "line-color": colour, "line-width": 5, "line-opacity": 0.9 } as const;
  map.addLayer({ id: "line", type: "line", source: "lines", filter: ["!", ["get", "dashed"]], layout, paint });
  map.addLayer({
    id: "line-dashed",
    type: "line",
    source: "lines",
    filter: ["get", "dashed"],
    layout: { "line-join": "round" },
    paint: { ...paint, "line-width": 3, "line-dasharray": [2, 1.4] },
  });
  map.addLayer({
    id: "dots",
    type: "symbol",
    source: "dots",
    layout: {
      // Pictures by name, painted when first needed (marker-images.ts): a style may come without fonts.
      "icon-image": ["case", ["has", "point_count"], ["concat", "cluster:", ["get", "point_count"]], ["get", "image"]],
      "icon-allow-overlap": true,
    },
  });
}

export const setAreas = (map: MapLibre, areas: readonly Area[]): void =>
  setData(
    map,
    "areas",
    areas.map(({ id, rings, tone = "accent" }) => ({
      type: "Feature",
      properties: { id, colour: toneColours()[tone] },
      geometry: { type: "Polygon", coordinates: rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])) },
    })),
  );

export const setLines = (map: MapLibre, lines: readonly Line[]): void =>
  setData(
    map,
    "lines",
    lines.map(({ id, points, tone = "accent", dashed = false }) => ({
      type: "Feature",
      properties: { id, dashed, colour: toneColours()[tone] },
      geometry: { type: "LineString", coordinates: points.map(({ lat, lng }) => [lng, lat]) },
    })),
  );

export const setDots = (map: MapLibre, dots: readonly Dot[]): void =>
  setData(
    map,
    "dots",
    dots.map(({ id, at, tone, mark = "" }) => ({
      type: "Feature",
      properties: { id, image: `dot:${tone}:${mark}` },
      geometry: { type: "Point", coordinates: [at.lng, at.lat] },
    })),
  );

function setData(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  const found = map.getSource<GeoJSONSource>(source);
  if (found) void found.setData({ type: "FeatureCollection", features });
}

/** A tap on a dot names it; a tap on a number comes nearer, until its dots part. */
export function onDotPress(map: MapLibre, press: (id: string) => void): void {
  map.on("click", "dots", async ({ features }) => {
    const feature = features?.[0];
    if (feature?.geometry.type !== "Point") return;
    const { id, cluster_id: cluster } = feature.properties;
    if (cluster === undefined) return press(String(id));
    const zoom = await map.getSource<GeoJSONSource>("dots")!.getClusterExpansionZoom(cluster);
    const [lng = 0, lat = 0] = feature.geometry.coordinates;
    map.easeTo({ center: [lng, lat], zoom });
  });
}
