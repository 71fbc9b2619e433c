import { useEffect, useReducer } from "react";
import { MapView } from "../map/MapView";
import { Mover, Pin } from "../map/StreetMap";
import { Sheet } from "../ui/Sheet";
import { type Drive, driveTo, onDriving, setSpeed } from "./live-driver";

const SPEEDS = [
  ["On foot", 5],
  ["Bicycle", 15],
  ["Scooter", 30],
  ["Car", 50],
] as const;

/** Click the map, and the shared position goes there at the chosen speed; more clicks make a route. */
export function DriveSheet({ drive, onClose }: { drive: Drive; onClose: () => void }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onDriving(redraw), []);
  return (
    <Sheet title="Drive along" onClose={onClose}>
      <MapView
        start={drive.at}
        label="Click where to drive; Enter takes the middle"
        onClick={(place) => driveTo(drive, place)}
      >
        {(at) => {
          const stops = [drive.at, ...drive.route].map(at);
          return (
            <>
              <polyline points={stops.map(({ x, y }) => `${x},${y}`).join(" ")} className="route" />
              {drive.route.slice(-1).map((place) => (
                <Pin key="end" at={at(place)} />
              ))}
              <Mover at={at(drive.at)} heading={drive.heading} isLive />
            </>
          );
        }}
      </MapView>
      <fieldset className="segments" aria-label="Speed">
        {SPEEDS.map(([name, kmh]) => (
          <button key={name} type="button" aria-pressed={drive.speedKmh === kmh} onClick={() => setSpeed(drive, kmh)}>
            {name}
          </button>
        ))}
      </fieldset>
      <p className="sheet-note">
        {drive.route.length > 0 ? `On the way, ${drive.speedKmh} km/h` : "Click the map to set off."}
      </p>
    </Sheet>
  );
}
