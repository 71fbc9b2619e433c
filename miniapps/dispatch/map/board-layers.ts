import type { ExpressionSpecification, FilterSpecification, GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { toneColours } from "../../kit/map/tone-colours";

export type SourceName = "board-zones" | "board-couriers" | "board-orders" | "board-selected";

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
const CLUSTER = { cluster: true, clusterRadius: 36, clusterMaxZoom: 14 } as const;
const CLUSTERED: FilterSpecification = ["has", "point_count"];
const SINGLE: FilterSpecification = ["!", CLUSTERED];

/**
 * What moves, in sources of its own that are written past React. Circles, which cost far less than pictures; only the
 * numbers of clusters are pictures, painted by the kit's map when they are first needed.
 */
export function addBoardLayers(map: MapLibre): void {
  if (map.getSource("board-couriers")) return;
  const { accent, good, late, alarm, quiet, ground, text } = toneColours();
  map.addSource("board-zones", { type: "geojson", data: EMPTY });
  map.addSource("board-orders", { type: "geojson", data: EMPTY, ...CLUSTER });
  map.addSource("board-couriers", { type: "geojson", data: EMPTY, ...CLUSTER });
  map.addSource("board-selected", { type: "geojson", data: EMPTY });
  addZoneLayers(map, quiet, alarm);
  map.addLayer({
    id: "board-order-clusters",
    type: "circle",
    source: "board-orders",
    filter: CLUSTERED,
    paint: { "circle-color": quiet, "circle-opacity": 0.35, "circle-radius": 11 },
  });
  map.addLayer({
    id: "board-orders",
    type: "circle",
    source: "board-orders",
    filter: SINGLE,
    paint: {
      "circle-color": ground,
      "circle-radius": 5,
      "circle-stroke-width": 2.5,
      "circle-stroke-color": ["case", ["==", ["get", "late"], 1], alarm, quiet],
    },
  });
  map.addLayer({
    id: "board-couriers",
    type: "circle",
    source: "board-couriers",
    filter: SINGLE,
    paint: {
      "circle-radius": 8,
      "circle-color": ["match", ["get", "look"], "free", good, "busy", accent, "full", late, "break", ground, quiet],
      "circle-opacity": ["match", ["get", "look"], ["stale", "offline"], 0.45, 1],
      "circle-stroke-width": 2,
      "circle-stroke-color": ["match", ["get", "look"], "break", quiet, ground],
    },
  });
  map.addLayer({
    id: "board-courier-clusters",
    type: "symbol",
    source: "board-couriers",
    filter: CLUSTERED,
    layout: {
      "icon-image": ["concat", "cluster:", ["to-string", ["get", "point_count_abbreviated"]]],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  });
  map.addLayer({
    id: "board-selected",
    type: "circle",
    source: "board-selected",
    paint: { "circle-radius": 14, "circle-opacity": 0, "circle-stroke-width": 3, "circle-stroke-color": text },
  });
}

/** Areas overlap, a near one within a far one: a breath of colour each, and a line. */
function addZoneLayers(map: MapLibre, calm: string, paused: string): void {
  const colour: ExpressionSpecification = ["case", ["==", ["get", "paused"], 1], paused, calm];
  const weight: ExpressionSpecification = ["case", ["==", ["get", "paused"], 1], 0.16, 0.04];
  map.addLayer({
    id: "board-zones",
    type: "fill",
    source: "board-zones",
    paint: { "fill-color": colour, "fill-opacity": weight },
  });
  map.addLayer({
    id: "board-zone-borders",
    type: "line",
    source: "board-zones",
    paint: { "line-color": colour, "line-width": 1, "line-opacity": 0.45 },
  });
}

export const writeSource = (map: MapLibre, source: SourceName, data: GeoJSON.FeatureCollection): void =>
  void map.getSource<GeoJSONSource>(source)?.setData(data);

/** A tap on a courier or a door names it; a tap on a number comes nearer. */
export function onBoardPress(map: MapLibre, press: (what: "courier" | "order", id: string) => void): void {
  const pressing = (layer: string, what: "courier" | "order") =>
    map.on("click", layer, ({ features }) => press(what, String(features?.[0]?.properties.id)));
  pressing("board-couriers", "courier");
  pressing("board-orders", "order");
  map.on("click", ["board-courier-clusters", "board-order-clusters"], ({ lngLat }) =>
    map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 }),
  );
}
