import type { Map as MapLibre } from "maplibre-gl";
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { KEPT } from "../../kit/map/keep-drawing";
import { toneColours } from "../../kit/map/tone-colours";

/** A closed GeoJSON ring. */
export type Ring = [number, number][];

export type BorderEditor = {
  /** Shows this border with corners to be moved; `null`: draw one, corner by corner. */
  show(ring: Ring | null): void;
  stop(): void;
};

/** Ten centimetres are near enough, and the library refuses more digits than it was told of. */
const PRECISION = 6;
const rounded = (ring: Ring): Ring =>
  ring.map(([lng, lat]) => [Number(lng.toFixed(PRECISION)), Number(lat.toFixed(PRECISION))]);

/**
 * Corners on a map: taps set them, the first one closes the border; afterwards corners are dragged, new ones pulled out
 * of the middle of an edge, and taken away by a right click or a long press.
 * @param changed told after each step with the border as it is
 */
export function startBorderEditor(map: MapLibre, changed: (ring: Ring) => void): BorderEditor {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: PRECISION, prefixId: KEPT }),
    modes: [new TerraDrawPolygonMode({ styles: polygonStyles() }), selectMode()],
  });
  const tell = (id: string | number) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    const [ring] = geometry?.type === "Polygon" ? geometry.coordinates : [];
    if (ring) changed(ring.map(([lng = 0, lat = 0]) => [lng, lat]));
  };
  draw.start();
  draw.on("finish", (id, { action }) => {
    if (action === "draw") {
      draw.setMode("select");
      draw.selectFeature(id);
    }
    tell(id);
  });
  return {
    show: (ring) => {
      draw.clear();
      if (!ring) return draw.setMode("polygon");
      draw.setMode("select");
      const id = draw.getFeatureId();
      draw.addFeatures([
        {
          type: "Feature",
          id,
          properties: { mode: "polygon" },
          geometry: { type: "Polygon", coordinates: [rounded(ring)] },
        },
      ]);
      draw.selectFeature(id);
    },
    stop: () => draw.stop(),
  };
}

const selectMode = () =>
  new TerraDrawSelectMode({
    allowManualDeselection: false,
    keyEvents: null,
    flags: {
      polygon: { feature: { coordinates: { midpoints: true, draggable: true, deletable: true } } },
    },
    styles: {
      selectedPolygonColor: hex(toneColours().accent),
      selectedPolygonOutlineColor: hex(toneColours().accent),
      selectedPolygonFillOpacity: 0.18,
      selectedPolygonOutlineWidth: 3,
      selectionPointColor: hex(toneColours().ground),
      selectionPointOutlineColor: hex(toneColours().accent),
      selectionPointOutlineWidth: 3,
      selectionPointWidth: 8,
      midPointColor: hex(toneColours().accent),
      midPointOutlineColor: hex(toneColours().ground),
      midPointWidth: 5,
    },
  });

const polygonStyles = () => ({
  fillColor: hex(toneColours().accent),
  fillOpacity: 0.18,
  outlineColor: hex(toneColours().accent),
  outlineWidth: 3,
  closingPointColor: hex(toneColours().ground),
  closingPointOutlineColor: hex(toneColours().accent),
  closingPointOutlineWidth: 3,
  closingPointWidth: 8,
});

/** The library takes hexadecimal colours only. */
const hex = (colour: string): `#${string}` => (/^#[\da-f]{6}$/i.test(colour) ? (colour as `#${string}`) : "#1f6fc4");
