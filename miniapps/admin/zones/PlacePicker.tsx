import { MapView } from "../../kit/map/MapView";
import type { Place } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import { DegreeFields } from "./DegreeFields";
import "./zones.css";

type Props = { point: Place; onPick: (point: Place) => void };

/** Where a door is: a tap on the map, or its degrees for those who have them. */
export default function PlacePicker({ point, onPick }: Props) {
  const { t } = useTexts();
  return (
    <>
      <div className="map-small">
        <MapView
          label={t("admin-map-of-branch")}
          fit={[point]}
          pins={[{ id: "branch", at: point, icon: "shop", label: t("admin-map-branch") }]}
          onTap={({ lat, lng }) => onPick({ lat: rounded(lat), lng: rounded(lng) })}
        />
      </div>
      <DegreeFields key={`${point.lat},${point.lng}`} point={point} onPick={onPick} />
    </>
  );
}

/** Ten centimetres are near enough. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
