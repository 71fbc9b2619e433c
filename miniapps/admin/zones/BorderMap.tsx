import type { Map as MapLibre } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Polygon } from "#shared/kernel/geo";
import { MapView } from "../../kit/map/MapView";
import type { Area, Place } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import type { BorderEditor, Ring } from "./border-editor";

type Props = {
  branch: { name: string; point: Place };
  /** What stands on the map; another `generation` shows it anew, whatever was drawn meanwhile. */
  polygon: Polygon | null;
  generation: number;
  /** The other zones, to see where they meet. */
  others: readonly Area[];
  onChange: (polygon: Polygon) => void;
};

/** A zone's border with corners to be moved. Holes are kept as they are. */
export function BorderMap({ branch, polygon, generation, others, onChange }: Props) {
  const { t } = useTexts();
  const [map, setMap] = useState<MapLibre | null>(null);
  const [editor, setEditor] = useState<BorderEditor | null>(null);
  const changed = useEffectEvent((ring: Ring) =>
    onChange({ type: "Polygon", coordinates: [ring, ...(polygon?.coordinates.slice(1) ?? [])] }),
  );
  useEffect(() => {
    if (!map) return;
    let started: BorderEditor | null = null;
    let gone = false;
    // The drawing library is for those who draw; nobody else loads it.
    void import("./border-editor").then(({ startBorderEditor }) => {
      if (gone) return;
      started = startBorderEditor(map, (ring) => changed(ring));
      setEditor(started);
    });
    return () => {
      gone = true;
      started?.stop();
    };
  }, [map]);
  const show = useEffectEvent(() => editor?.show((polygon?.coordinates[0] as Ring | undefined) ?? null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew when somebody asks for it, not at every stroke
  useEffect(() => show(), [editor, generation]);
  const fit = useRef(placesOf(polygon, branch.point));
  return (
    <MapView
      label={t("admin-zone-map")}
      fit={fit.current}
      pins={[{ id: "branch", at: branch.point, icon: "shop", label: branch.name, tone: "quiet" }]}
      areas={others}
      onReady={setMap}
    />
  );
}

const placesOf = (polygon: Polygon | null, branch: Place): Place[] => [
  branch,
  ...(polygon?.coordinates[0]?.map(([lng, lat]) => ({ lat, lng })) ?? around(branch)),
];

/** Two kilometres to see, where nothing is drawn yet. */
const around = ({ lat, lng }: Place): Place[] => [
  { lat: lat - 0.02, lng: lng - 0.027 },
  { lat: lat + 0.02, lng: lng + 0.027 },
];
