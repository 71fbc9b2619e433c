import { useState } from "react";
import type { SeenMessage } from "../../world/person-event";
import { MapView } from "../map/MapView";
import { Mover, Pin, StreetMap } from "../map/StreetMap";
import { Sheet } from "../ui/Sheet";
import { nowS, roughly } from "../ui/time";
import { useTick } from "../ui/use-phone";

const WIDTH = 264;
const HEIGHT = 138;
const HOUR_MS = 3_600_000;

/** A place on a small map; a live one moves, tells its age and how long it will still move. */
export function LocationPart({ message }: { message: SeenMessage }) {
  const [isLarge, setLarge] = useState(false);
  const { location, venue, live_until } = message;
  const wasLive = location!.live_period !== undefined || live_until !== undefined || message.edit_date !== undefined;
  // A share that runs out tells nobody: the clock does.
  useTick(wasLive ? 1_000 : HOUR_MS);
  const isLive = live_until !== undefined && live_until > nowS();
  const place = { latitude: location!.latitude, longitude: location!.longitude };
  const mark = (at: (spot: typeof place) => { x: number; y: number }) =>
    wasLive ? <Mover at={at(place)} heading={location!.heading} isLive={isLive} /> : <Pin at={at(place)} />;
  const what = wasLive ? "live location" : "location";
  return (
    <>
      <button type="button" className="map-part" onClick={() => setLarge(true)} aria-label={`Show the ${what} large`}>
        <StreetMap centre={place} zoom={15.5} width={WIDTH} height={HEIGHT}>
          {mark}
        </StreetMap>
      </button>
      {wasLive && <LiveLine message={message} isLive={isLive} />}
      {venue && (
        <div className="venue">
          <b>{venue.title}</b>
          <span>{venue.address}</span>
        </div>
      )}
      {isLarge && (
        <Sheet title={isLive ? "Live location" : "Location"} onClose={() => setLarge(false)}>
          <MapView start={place} label={`Map around the ${what}`}>
            {mark}
          </MapView>
          <p className="sheet-note">
            {place.latitude.toFixed(5)}, {place.longitude.toFixed(5)}
          </p>
        </Sheet>
      )}
    </>
  );
}

function LiveLine({ message: { live_until = 0, date, edit_date }, isLive }: { message: SeenMessage; isLive: boolean }) {
  const left = live_until - nowS();
  const total = Math.max(1, live_until - date);
  const turn = isLive ? Math.min(1, left / total) : 0;
  return (
    <div className={isLive ? "live-line" : "live-line over"}>
      <span>
        <b>{isLive ? "Live location" : "Live location ended"}</b>
        <small>updated {roughly(nowS() - (edit_date ?? date))} ago</small>
      </span>
      {isLive && (
        <svg width="34" height="34" viewBox="0 0 34 34" aria-label={`${roughly(left)} left`} role="img">
          <circle cx="17" cy="17" r="14" fill="none" stroke="var(--line)" strokeWidth="2.500" />
          <circle
            cx="17"
            cy="17"
            r="14"
            fill="none"
            stroke="var(--accent)"
            strokeWidth="2.500"
            strokeLinecap="round"
            pathLength="1"
            strokeDasharray={`${turn} 1`}
            transform="rotate(-90 17 17)"
          />
          <text x="17" y="20.500" textAnchor="middle" fontSize="9.500" fill="var(--accent)">
            {left > 86_400 ? "∞" : roughly(left).replace(" min", "").replace(" s", "s").replace(" ", "")}
          </text>
        </svg>
      )}
    </div>
  );
}
