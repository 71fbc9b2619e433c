import { useState } from "react";
import type { BranchView } from "#shared/contracts/branch";
import type { Polygon } from "#shared/kernel/geo";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Group, NumberField } from "../forms/fields";
import { wholeOf } from "../forms/read-fields";
import { circleAround } from "./circle-around";

const RADIUS = { least: 100, most: 50_000 } as const;

type Props = {
  branch: Pick<BranchView, "point">;
  drawn: boolean;
  error: string | null;
  onPick: (polygon: Polygon | null) => void;
};

/** How a border is drawn, and a circle to begin with: also the way for those who cannot point. */
export function BorderTools({ branch, drawn, error, onPick }: Props) {
  const { t } = useTexts();
  const [radius, setRadius] = useState("3000");
  const metres = wholeOf(radius);
  const fits = metres >= RADIUS.least && metres <= RADIUS.most;
  return (
    <Group title={t("admin-zone-border")} hint={t(drawn ? "admin-zone-border-move" : "admin-zone-border-draw")}>
      {error && (
        <p className="problem-text" role="alert">
          {error}
        </p>
      )}
      <div className="line end">
        <NumberField
          label={t("admin-zone-radius")}
          unit={t("admin-unit-metres")}
          value={radius}
          onChange={setRadius}
          error={fits ? null : t("admin-form-at-least", { least: RADIUS.least })}
        />
        <Button disabled={!fits} onPress={() => onPick(circleAround(branch.point, metres))}>
          {t("admin-zone-circle")}
        </Button>
        {drawn && <Button onPress={() => onPick(null)}>{t("admin-zone-draw-anew")}</Button>}
      </div>
    </Group>
  );
}
