import { Ellipsis } from "lucide-react";
import { Link, useLocation } from "wouter";
import { useTexts } from "../../kit/texts";
import type { Section } from "./sections";

type Props = { sections: readonly Section[]; title: string };

/** All sections in a bar at the side; on a phone the near ones at the foot, and the way to the rest. */
export function Navigation({ sections, title }: Props) {
  const { t } = useTexts();
  const [path] = useLocation();
  const open = path.split("/")[1];
  const isFar = open === "more" || sections.some(({ id, near }) => id === open && !near);
  return (
    <nav className="admin-nav" aria-label={t("admin-sections")}>
      <p className="admin-brand">{title}</p>
      <ul>
        {sections.map(({ id, icon: Icon, near }) => (
          <li key={id} className={near ? "near" : "far"}>
            <Link href={`/${id}`} aria-current={open === id ? "page" : undefined}>
              <Icon size={20} aria-hidden="true" />
              <span>{t(`admin-section-${id}`)}</span>
            </Link>
          </li>
        ))}
        <li className="more">
          <Link href="/more" aria-current={isFar ? "page" : undefined}>
            <Ellipsis size={20} aria-hidden="true" />
            <span>{t("admin-section-more")}</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
