import { haptic } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Icon, type IconName } from "../../kit/ui/Icon";
import { openStops } from "../features/trip/project-trips";
import { useTrips } from "../features/trip/use-trips";
import { type Tab, useNavigation } from "./navigation";

const TABS: readonly (readonly [tab: Tab, icon: IconName])[] = [
  ["work", "bike"],
  ["trip", "route"],
  ["day", "cash"],
];

/** Where one is, at the thumb. The trip counts its doors. */
export function TabBar() {
  const { t } = useTexts();
  const { tab, open } = useNavigation();
  const { trips } = useTrips();
  const doors = trips.flatMap(openStops).length;
  return (
    <nav className="tabs" aria-label={t("road-tabs")}>
      {TABS.map(([name, icon]) => (
        <button
          key={name}
          type="button"
          aria-current={tab === name ? "page" : undefined}
          onClick={() => {
            haptic("tap");
            open({ at: name });
          }}
        >
          <Icon name={icon} size={26} />
          <span>{t(`road-tab-${name}`)}</span>
          {name === "trip" && doors > 0 && (
            <b className="count" role="img" aria-label={t("road-doors-left", { count: doors })}>
              {doors}
            </b>
          )}
        </button>
      ))}
    </nav>
  );
}
