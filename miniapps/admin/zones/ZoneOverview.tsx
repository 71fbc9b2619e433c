import { Plus } from "lucide-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { BranchView } from "#shared/contracts/branch";
import type { ZoneView } from "#shared/contracts/zone";
import { localText } from "../../kit/local-text";
import { MapView } from "../../kit/map/MapView";
import type { Pin, Place } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { SelectField } from "../forms/fields";
import { TermsCard } from "./TermsCard";
import { ZoneList } from "./ZoneList";
import { areaOf, toneAt } from "./zone-areas";

type Props = { branches: readonly BranchView[]; branch: BranchView; zones: readonly ZoneView[] };

/** Where a branch brings things, and what that costs at the place that is pointed at. */
export function ZoneOverview({ branches, branch, zones }: Props) {
  const { t, language } = useTexts();
  const [, navigate] = useLocation();
  const [place, setPlace] = useState<Place | null>(null);
  const name = localText(branch.name, language);
  const pins: Pin[] = [
    { id: "branch", at: branch.point, icon: "shop", label: name, tone: "quiet" },
    ...(place ? [{ id: "place", at: place, icon: "pin", label: t("admin-zone-place") } as const] : []),
  ];
  const add = (
    <Link href={`/new?branch=${branch.id}`} className="button primary">
      <Plus size={18} aria-hidden="true" />
      {t("admin-zone-new")}
    </Link>
  );
  return (
    <Screen title={t("admin-section-zones")} aside={add}>
      <SelectField
        label={t("admin-branch")}
        value={branch.id}
        onChange={(id) => navigate(`/?branch=${id}`)}
        options={branches.map((each) => ({ value: each.id, text: localText(each.name, language) }))}
      />
      <div className="beside">
        <div className="map-tall">
          <MapView
            label={t("admin-zones-map", { branch: name })}
            fit={[branch.point, ...zones.flatMap(({ polygon }) => cornersOf(polygon.coordinates[0] ?? []))]}
            pins={pins}
            areas={zones.map((zone, index) => areaOf(zone, toneAt(index)))}
            onTap={setPlace}
          />
        </div>
        <div className="beside-text">
          <TermsCard branch={branch} zones={zones} place={place} onPick={setPlace} />
          <ZoneList zones={zones} timezone={branch.timezone} />
        </div>
      </div>
    </Screen>
  );
}

const cornersOf = (ring: readonly (readonly [number, number])[]): Place[] => ring.map(([lng, lat]) => ({ lat, lng }));
