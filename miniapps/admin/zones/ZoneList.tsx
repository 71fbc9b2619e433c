import { ChevronRight } from "lucide-react";
import { Link } from "wouter";
import type { ZoneView } from "#shared/contracts/zone";
import { businessNowMs } from "../../kit/business-time";
import { minutes, moment } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { Badge } from "../../kit/ui/Card";
import { Empty } from "../../kit/ui/States";
import { feeText } from "./fee-text";
import { toneAt } from "./zone-areas";

/** The zones of a branch in the colours that they have on the map. */
export function ZoneList({ zones, timezone }: { zones: readonly ZoneView[]; timezone: string }) {
  const { t, language } = useTexts();
  if (zones.length === 0) return <Empty icon="pin" text={t("admin-zones-none")} />;
  return (
    <ul className="list">
      {zones.map((zone, index) => (
        <li key={zone.id}>
          <Link href={`/${zone.id}?branch=${zone.branchId}`} className="list-row">
            <span className={`zone-colour ${toneAt(index)}`} aria-hidden="true" />
            <span className="list-text">
              <strong>{zone.name}</strong>
              <span className="hint">
                {feeText(zone, { t, language })} · {minutes(language, zone.promisedMinutes * 60)}
              </span>
            </span>
            {zone.pausedUntil && (
              <Badge tone="late">
                {t("admin-branch-paused-until", {
                  time: moment(language, new Date(zone.pausedUntil), businessNowMs(), timezone),
                })}
              </Badge>
            )}
            <ChevronRight size={18} aria-hidden="true" className="hint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
