import { useEffect, useRef, useState } from "react";
import type { TripStop } from "#shared/contracts/trip";
import { openOutside, remembered } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { useNavigation } from "../../app/navigation";
import { isMapApp, MAP_APP_NAMES, MAP_APPS, type MapApp, navigationLink } from "./navigation-links";

const APP_KEY = "map-app";

/** The way, the phone and the chat, in one row. */
export function StopActions({ stop }: { stop: TripStop }) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { orderId, orderCode } = stop;
  return (
    <div className="stop-actions">
      <Navigate stop={stop} />
      {stop.phone && (
        <a className="tile" href={`tel:${stop.phone}`}>
          <Icon name="phone" size={26} />
          {t("road-call")}
        </a>
      )}
      <button
        type="button"
        className="tile"
        onClick={() => open({ at: "chat", orderId, orderCode, to: stop.kind === "pickup" ? "staff" : "customer" })}
      >
        <Icon name="chat" size={26} />
        {t("road-chat")}
      </button>
    </div>
  );
}

/** Opens the map app of choice; asks which once, and again by a long list below. */
function Navigate({ stop }: { stop: TripStop }) {
  const { t } = useTexts();
  const [app, setApp] = useState<MapApp | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    void remembered.get(APP_KEY).then((name) => setApp(isMapApp(name) ? name : null));
  }, []);
  const choose = (chosen: MapApp) => {
    setApp(chosen);
    void remembered.set(APP_KEY, chosen);
    dialog.current?.close();
    openOutside(navigationLink(chosen, stop.point));
  };
  return (
    <>
      <button type="button" className="tile" onClick={() => (app ? choose(app) : dialog.current?.showModal())}>
        <Icon name="locate" size={26} />
        {t("road-navigate")}
      </button>
      {app && (
        <button type="button" className="tile small" onClick={() => dialog.current?.showModal()}>
          <Icon name="settings" size={26} />
          {t("road-map-app")}
        </button>
      )}
      <dialog ref={dialog} className="sheet" aria-label={t("road-map-app-choose")}>
        <h2>{t("road-map-app-choose")}</h2>
        {MAP_APPS.map((name) => (
          <Button key={name} wide onPress={() => choose(name)}>
            {MAP_APP_NAMES[name]}
          </Button>
        ))}
        <Button wide look="danger" onPress={() => dialog.current?.close()}>
          {t("ui-cancel")}
        </Button>
      </dialog>
    </>
  );
}
