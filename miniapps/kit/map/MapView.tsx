import type { Map as MapLibre } from "maplibre-gl";
import { Component, lazy, type ReactNode, Suspense } from "react";
import { useTexts } from "../texts";
import { Empty } from "../ui/States";
import type { MapContents, Place } from "./map-parts";

export type MapProps = MapContents & {
  /** What the map shows, for those who cannot see it. */
  label: string;
  /** Places that shall be in sight. */
  fit?: readonly Place[];
  onDotPress?: (id: string) => void;
  onTap?: (at: Place) => void;
  /** For what this component does not do, such as an editor of zones. Called once. */
  onReady?: (map: MapLibre) => void;
};

const MapCanvas = lazy(() => import("./MapCanvas"));

/** A map that fills the element around it. Its library is loaded when the first map is shown. */
export function MapView(props: MapProps) {
  const { t } = useTexts();
  return (
    <MapGuard instead={<Empty icon="pin" text={t("ui-no-map")} />}>
      <Suspense fallback={<div className="skeleton map-canvas" role="status" aria-label={t("ui-loading")} />}>
        <MapCanvas {...props} />
      </Suspense>
    </MapGuard>
  );
}

/** A browser without WebGL, or a chunk that did not come, costs the map and not the screen. */
class MapGuard extends Component<{ instead: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
