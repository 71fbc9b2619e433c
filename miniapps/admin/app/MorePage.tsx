import { ChevronRight } from "lucide-react";
import { Link } from "wouter";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import type { Section } from "./sections";

/** On a phone: the sections that have no place at the foot. */
export function MorePage({ sections }: { sections: readonly Section[] }) {
  const { t } = useTexts();
  return (
    <Screen title={t("admin-section-more")}>
      <ul className="list">
        {sections
          .filter(({ near }) => !near)
          .map(({ id, icon: Icon }) => (
            <li key={id}>
              <Link href={`/${id}`} className="list-row">
                <Icon size={22} aria-hidden="true" />
                <span className="list-text">{t(`admin-section-${id}`)}</span>
                <ChevronRight size={18} aria-hidden="true" className="hint" />
              </Link>
            </li>
          ))}
      </ul>
    </Screen>
  );
}
