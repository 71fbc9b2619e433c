import type { CourierView } from "#shared/contracts/courier";
import { clockTime } from "../../../kit/format";
import { confirmed } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { useNavigation } from "../../app/navigation";
import type * as Pages from "../../app/pages-later";
import { useOutbox } from "../../outbox/OutboxProvider";
import { usePlace } from "../../positions/PositionProvider";
import { Page } from "../../ui/Page";
import { nextDoor } from "../trip/project-trips";
import { useTrips } from "../trip/use-trips";
import { FreshnessBadge } from "./FreshnessBadge";
import { PlaceCard } from "./PlaceCard";
import { shiftOf } from "./shift-of";

/**
 * The shift: whether I work, whether I am seen, and where I stand.
 * @param pages what comes after this first page stands
 */
export function WorkScreen({ me, pages }: { me: CourierView; pages: typeof Pages | null }) {
  const { t, language } = useTexts();
  const { outbox, store } = useOutbox();
  const state = shiftOf(me.state, outbox);
  const primary = usePrimary(state);
  const isOn = state !== "offline";
  const end = async () => {
    const question = { text: t("road-end-question"), yes: t("road-end"), no: t("ui-cancel"), destructive: true };
    if (await confirmed(question)) await store.add({ do: "go_offline" });
  };
  return (
    <Page title={t("road-hello", { name: me.firstName })} top primary={primary}>
      <section className={`shift ${state}`}>
        <Icon name={state === "online" ? "bike" : state === "on_break" ? "pause" : "home"} size={32} />
        <div>
          <h2>{t(`road-shift-${state.replace("_", "-")}`)}</h2>
          <p>{t("road-since", { time: clockTime(language, new Date(me.stateAt)) })}</p>
        </div>
        {isOn && <FreshnessBadge />}
      </section>
      <PlaceProblemNote isOn={isOn} />
      {me.state !== "offline" && isOn && <PlaceCard />}
      {isOn && pages && <pages.LiveLocationHint />}
      {isOn && (
        <div className="pair">
          {state === "online" && (
            <Button onPress={() => void store.add({ do: "take_break" })}>
              <Icon name="pause" size={20} />
              {t("road-break")}
            </Button>
          )}
          <Button look="danger" onPress={() => void end()}>
            {t("road-end")}
          </Button>
        </div>
      )}
      {!isOn && <p className="hint">{t("road-offline-hint")}</p>}
    </Page>
  );
}

/** Begin, go on, or drive: whatever stands to be done. */
function usePrimary(state: CourierView["state"]) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { store } = useOutbox();
  const { explained } = usePlace();
  const { trips } = useTrips();
  const next = nextDoor(trips);
  if (next) return { text: t("road-open-trip", { code: next.stop.orderCode }), onPress: () => open({ at: "trip" }) };
  if (state === "online") return null;
  const begin = () => (explained ? void store.add({ do: "go_online" }) : open({ at: "permissions" }));
  return { text: t(state === "offline" ? "road-begin" : "road-go-on"), onPress: begin };
}

function PlaceProblemNote({ isOn }: { isOn: boolean }) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { problem, explained } = usePlace();
  if (!isOn || (explained !== false && !problem)) return null;
  return (
    <div className="warning" role="alert">
      <p>{t(explained === false ? "road-place-not-asked" : `road-place-${problem}`)}</p>
      <Button onPress={() => open({ at: "permissions" })}>{t("road-place-fix")}</Button>
    </div>
  );
}
