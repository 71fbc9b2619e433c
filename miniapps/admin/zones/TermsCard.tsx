import type { BranchView } from "#shared/contracts/branch";
import type { ZoneView } from "#shared/contracts/zone";
import { distance, minutes, money } from "../../kit/format";
import type { Place } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import { Card, Facts } from "../../kit/ui/Card";
import { Refused } from "../../kit/ui/States";
import { DegreeFields } from "./DegreeFields";
import { useTerms } from "./queries";

type Props = {
  branch: BranchView;
  zones: readonly ZoneView[];
  place: Place | null;
  onPick: (place: Place) => void;
};

/** What an address would pay: the same answer that a customer gets there. */
export function TermsCard({ branch, zones, place, onPick }: Props) {
  const { t } = useTexts();
  return (
    <Card title={t("admin-terms")}>
      {!place && <p className="hint">{t("admin-terms-hint")}</p>}
      <DegreeFields
        key={place ? `${place.lat},${place.lng}` : "none"}
        point={place ?? branch.point}
        onPick={(picked) => onPick(picked)}
      />
      {place && <Terms branch={branch} zones={zones} place={place} />}
    </Card>
  );
}

function Terms({
  branch: { id, currency },
  zones,
  place,
}: {
  branch: BranchView;
  zones: readonly ZoneView[];
  place: Place;
}) {
  const { t, language } = useTexts();
  const { data, error, isPending } = useTerms(id, place);
  if (isPending) return <div className="skeleton" role="status" aria-label={t("ui-loading")} />;
  if (error) return <Refused problem={error} />;
  return (
    <Facts
      rows={[
        [t("admin-zone"), zones.find((zone) => zone.id === data.zoneId)?.name ?? "–"],
        [t("admin-zone-fee"), money(language, data.feeMinor, currency)],
        [t("admin-zone-minimum"), money(language, data.minimumMinor, currency)],
        [t("admin-zone-promise"), minutes(language, data.promisedMinutes * 60)],
        [t("admin-zone-distance"), distance(language, data.distanceMetres)],
      ]}
    />
  );
}
