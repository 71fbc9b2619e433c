import { type Map as MapLibre, Marker } from "maplibre-gl";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../ui/Icon";
import type { Pin } from "./map-parts";

/** A pin as an element over the map: a button when it can be pressed, a picture with a name when not. */
export function PinMarker({ map, pin }: { map: MapLibre; pin: Pin }) {
  const { at, icon, label, tone = "accent", raised = false, heading, onPress } = pin;
  const look = raised ? `pin raised ${tone}` : `pin ${tone}`;
  const [element] = useState(() => document.createElement("div"));
  const [marker] = useState(() => new Marker({ element }));
  useEffect(() => {
    marker.setLngLat([0, 0]).addTo(map);
    // The library names every marker; ours is named by what stands inside.
    element.removeAttribute("aria-label");
    element.removeAttribute("role");
    return () => void marker.remove();
  }, [marker, map, element]);
  useEffect(() => void marker.setLngLat([at.lng, at.lat]), [marker, at.lng, at.lat]);
  const inside = (
    <>
      {typeof heading === "number" && <i className="pin-heading" style={{ rotate: `${heading}deg` }} />}
      <Icon name={icon} size={20} />
    </>
  );
  return createPortal(
    onPress ? (
      <button type="button" className={look} aria-label={label} title={label} onClick={onPress}>
        {inside}
      </button>
    ) : (
      <span className={look} role="img" aria-label={label} title={label}>
        {inside}
      </span>
    ),
    element,
  );
}
