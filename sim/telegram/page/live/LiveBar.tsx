import { useEffect, useState } from "react";
import type { SeenMessage } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Icon } from "../ui/Icon";
import { nowS, roughly } from "../ui/time";
import { usePhone, useTick } from "../ui/use-phone";
import { DriveSheet } from "./DriveSheet";
import { drive, stopDriving } from "./live-driver";

/** Below the header while this person shares a moving position here: how long still, drive, stop. */
export function LiveBar({ chat, messages }: { chat: number; messages: SeenMessage[] }) {
  const shared = messages.findLast(({ mine, live_until }) => mine && live_until !== undefined && live_until > nowS());
  return shared ? <Sharing key={shared.message_id} chat={chat} shared={shared} /> : null;
}

function Sharing({ chat, shared }: { chat: number; shared: SeenMessage }) {
  useTick(1_000);
  const phone = usePhone();
  const { attempt } = useUi();
  const [isDriving, setDriving] = useState(false);
  const share = { person: phone.id, chat, message: shared.message_id };
  const { person, message } = share;
  const { latitude, longitude } = shared.location!;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it starts matters once; afterwards the driver knows better
  useEffect(() => {
    drive({ person, chat, message }, { latitude, longitude });
  }, [person, chat, message]);
  const stop = () => {
    stopDriving(share);
    void attempt(() => call("stopLive", share));
  };
  return (
    <div className="live-bar">
      <Icon name="live" size={20} />
      <span>
        <b>You share your live location</b>
        <small>{roughly((shared.live_until ?? 0) - nowS())} left</small>
      </span>
      <button type="button" onClick={() => setDriving(true)}>
        Drive
      </button>
      <button type="button" className="danger" onClick={stop}>
        Stop
      </button>
      {isDriving && <DriveSheet drive={drive(share, { latitude, longitude })} onClose={() => setDriving(false)} />}
    </div>
  );
}
