import { useTexts } from "../../kit/texts";
import { Icon, type IconName } from "../../kit/ui/Icon";
import type { Place } from "../app/use-place";

const TABS: readonly (readonly [Place["tab"], IconName])[] = [
  ["orders", "bag"],
  ["map", "pin"],
  ["couriers", "bike"],
];

type Props = { tab: Place["tab"]; onTab: (tab: Place["tab"]) => void };

/** On a phone, one part of the board at a time. */
export function TabBar({ tab, onTab }: Props) {
  const { t } = useTexts();
  return (
    <nav className="tabbar" aria-label={t("dispatch-parts")}>
      {TABS.map(([name, icon]) => (
        <button key={name} type="button" aria-current={tab === name ? "page" : undefined} onClick={() => onTab(name)}>
          <Icon name={icon} size={22} />
          {t(`dispatch-${name}`)}
        </button>
      ))}
    </nav>
  );
}
