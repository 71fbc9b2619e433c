import { useEffect, useState } from "react";
import { openLocationSettings } from "../../../kit/telegram-location";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon, type IconName } from "../../../kit/ui/Icon";
import { useNavigation } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import { usePlace } from "../../positions/PositionProvider";
import { Page } from "../../ui/Page";

const POINTS: readonly (readonly [name: string, icon: IconName])[] = [
  ["why", "pin"],
  ["when", "clock"],
  ["who", "lock"],
  ["sound", "bell"],
];

/** What is asked for and why, before the phone asks. A yes begins the shift. */
export function PermissionsScreen() {
  const { t } = useTexts();
  const { leave } = useNavigation();
  const { store } = useOutbox();
  const { allow, problem } = usePlace();
  const isRefused = useRefused() || problem === "denied";
  const begin = () => {
    allow();
    void store.add({ do: "go_online" });
    leave();
  };
  return (
    <Page title={t("road-allow-title")} primary={{ text: t("road-allow"), onPress: begin }}>
      <ul className="points">
        {POINTS.map(([name, icon]) => (
          <li key={name}>
            <Icon name={icon} size={28} />
            <span>
              <b>{t(`road-allow-${name}`)}</b>
              <small>{t(`road-allow-${name}-more`)}</small>
            </span>
          </li>
        ))}
      </ul>
      {isRefused && (
        <div className="warning" role="alert">
          <p>{t("road-allow-refused")}</p>
          <Button onPress={openLocationSettings}>{t("road-allow-settings")}</Button>
        </div>
      )}
    </Page>
  );
}

/** Whether the phone has been told no: asking again shows nothing, only its settings help. */
function useRefused(): boolean {
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    navigator.permissions?.query({ name: "geolocation" }).then(
      ({ state }) => setRefused(state === "denied"),
      () => {}, // some clients cannot be asked
    );
  }, []);
  return isRefused;
}
