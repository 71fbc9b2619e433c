import { useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { MapView } from "../map/MapView";
import { Pin } from "../map/StreetMap";
import { placeOf, rememberPlace } from "../map/whereabouts";
import { Icon } from "../ui/Icon";
import { Sheet } from "../ui/Sheet";
import { usePhone } from "../ui/use-phone";

const PERIODS = [
  ["15 minutes", 900],
  ["1 hour", 3_600],
  ["8 hours", 28_800],
] as const;

type Props = { chat: SeenChat; onClose: () => void; canShareLive: boolean };

/** Move the map under the pin, then send the place once or share it as it moves. */
export function LocationSheet({ chat, onClose, canShareLive }: Props) {
  const phone = usePhone();
  const { attempt } = useUi();
  const [place, setPlace] = useState(() => placeOf(phone.id));
  const here = { person: phone.id, chat: chat.id, ...place };
  const finish = (doing: () => Promise<unknown>) => {
    rememberPlace(phone.id, place);
    onClose();
    void attempt(doing);
  };
  return (
    <Sheet title="Location" onClose={onClose}>
      <MapView start={place} label="Drag the map under the pin, or click a place" onMove={setPlace} onClick={setPlace}>
        {(at) => <Pin at={at(place)} />}
      </MapView>
      <div className="sheet-actions">
        <button type="button" onClick={() => finish(() => call("shareLocation", here))}>
          <span className="sign">
            <Icon name="location" />
          </span>
          <span>
            <b>Send this location</b>
            <small>
              {place.latitude.toFixed(5)}, {place.longitude.toFixed(5)}
            </small>
          </span>
        </button>
        {canShareLive && (
          <div className="live-choice">
            <span className="sign live">
              <Icon name="live" />
            </span>
            <b>Share live for</b>
            {PERIODS.map(([name, livePeriodS]) => (
              <button
                key={name}
                type="button"
                onClick={() => finish(() => call("shareLive", { ...here, livePeriodS }))}
              >
                {name}
              </button>
            ))}
          </div>
        )}
      </div>
    </Sheet>
  );
}
