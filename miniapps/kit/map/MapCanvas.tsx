import "maplibre-gl/dist/maplibre-gl.css";
import { LngLatBounds, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { keepDrawing } from "./keep-drawing";
import { loadStyle } from "./load-style";
import type { MapProps } from "./MapView";
import type { Place } from "./map-parts";
import { paintMissing } from "./marker-images";
import { PinMarker } from "./PinMarker";
import { addShapes, onDotPress, setAreas, setDots, setLines } from "./shapes";
import "./map.css";

setWorkerUrl(workerUrl);

const PADDING = { top: 48, bottom: 48, left: 40, right: 40 };
const isDark = () => document.documentElement.dataset.theme === "dark";

/** The map itself, in a chunk of its own; `MapView` loads it when it is first shown. */
export default function MapCanvas(props: MapProps) {
  const { label, fit, pins = [], dots = [], lines = [], areas = [] } = props;
  const frame = useRef<HTMLDivElement>(null);
  const map = useMap(frame, props);
  useEffect(() => void (map && setAreas(map, areas)), [map, areas]);
  useEffect(() => void (map && setLines(map, lines)), [map, lines]);
  useEffect(() => void (map && setDots(map, dots)), [map, dots]);
  useFit(map, fit);
  return (
    <div ref={frame} className="map-canvas" role="application" aria-label={label}>
      {map && pins.map((pin) => <PinMarker key={pin.id} map={map} pin={pin} />)}
    </div>
  );
}

/** @returns the map once its style stands, and again after the style has changed with the theme */
function useMap(frame: React.RefObject<HTMLDivElement | null>, { fit, onDotPress: press, onTap, onReady }: MapProps) {
  const [ready, setReady] = useState<MapLibre | null>(null);
  const pressed = useEffectEvent((id: string) => press?.(id));
  const tapped = useEffectEvent((at: Place) => onTap?.(at));
  const made = useEffectEvent((map: MapLibre) => onReady?.(map));
  const first = useRef(fit);
  useEffect(() => {
    let map: MapLibre | undefined;
    let gone = false;
    const draw = async () => {
      const style = await loadStyle(isDark());
      if (gone || !frame.current) return;
      if (map) return void map.setStyle(style, { transformStyle: keepDrawing });
      const bounds = boundsOf(first.current ?? []);
      map = new MapLibre({
        container: frame.current,
        style,
        attributionControl: { compact: true },
        dragRotate: false,
        ...(bounds
          ? { bounds, fitBoundsOptions: { padding: PADDING, maxZoom: 15 } }
          : { center: [69.28, 41.31], zoom: 11 }),
      });
      map.touchZoomRotate.disableRotation();
      map.on("error", () => {}); // a tile that did not come leaves a hole, and says so in the network panel
      paintMissing(map);
      onDotPress(map, (id) => pressed(id));
      map.on("click", ({ lngLat }) => tapped({ lat: lngLat.lat, lng: lngLat.lng }));
      map.once("load", () => map && made(map));
      map.on("idle", () => frame.current?.setAttribute("data-drawn", ""));
      map.on("style.load", () => {
        if (!map) return;
        addShapes(map);
        setReady(null);
        queueMicrotask(() => setReady(map ?? null));
      });
    };
    void draw();
    const theme = new MutationObserver(() => void draw());
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      gone = true;
      theme.disconnect();
      map?.remove();
    };
  }, [frame]);
  return ready;
}

/** Shows all of these places, again when another set is named; a person who moves the map since is left alone. */
function useFit(map: MapLibre | null, fit: readonly Place[] | undefined): void {
  const key = fit?.map(({ lat, lng }) => `${lat.toFixed(3)},${lng.toFixed(3)}`).join(" ") ?? "";
  const moved = useRef(false);
  useEffect(() => {
    if (!map) return;
    const mark = ({ originalEvent }: { originalEvent?: unknown }) => {
      if (originalEvent) moved.current = true;
    };
    map.on("movestart", mark);
    return () => void map.off("movestart", mark);
  }, [map]);
  const show = useEffectEvent(() => {
    const bounds = boundsOf(fit ?? []);
    if (map && bounds && !moved.current) map.fitBounds(bounds, { padding: PADDING, maxZoom: 15, duration: 600 });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places by value
  useEffect(() => show(), [key, map]);
}

function boundsOf(places: readonly Place[]): LngLatBounds | null {
  const bounds = new LngLatBounds();
  for (const { lat, lng } of places) bounds.extend([lng, lat]);
  return bounds.isEmpty() ? null : bounds;
}
