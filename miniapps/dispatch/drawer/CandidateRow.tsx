import type { Candidate } from "#shared/contracts/delivery";
import { distance, minutes } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Badge } from "../../kit/ui/Card";
import { MenuButton } from "../../kit/ui/headless/MenuButton";
import { Icon } from "../../kit/ui/Icon";

type Props = {
  candidate: Candidate;
  isPinned: boolean;
  /** Pin and forbid speak to the search, which is over once somebody has it. */
  canSteer: boolean;
  isBusy: boolean;
  onAssign: () => void;
  onPin: (courierId: string | null) => void;
  onForbid: (forbidden: boolean) => void;
};

/** Parts of the points that a dispatcher knows by name. */
const PARTS = ["distance", "rating", "acceptance", "load"];

export function CandidateRow({ candidate, isPinned, canSteer, isBusy, onAssign, onPin, onForbid }: Props) {
  const { t, language } = useTexts();
  const { firstName, points, pickupMetres, activeOrders, positionAgeSeconds, obstacle, reasons } = candidate;
  const facts = [
    pickupMetres !== null && distance(language, pickupMetres),
    t("dispatch-has-orders", { count: activeOrders }),
    positionAgeSeconds !== null && positionAgeSeconds >= 60 && minutes(language, positionAgeSeconds),
  ];
  const why = PARTS.flatMap((part) =>
    reasons[part] === undefined ? [] : [`${t(`dispatch-why-${part}`)} ${Math.round(reasons[part])}`],
  );
  return (
    <li className={obstacle ? "candidate obstructed" : "candidate"}>
      <span className="candidate-text">
        <b>
          {firstName} {isPinned && <Icon name="pin" size={14} />}
        </b>
        <span className="hint">{facts.filter(Boolean).join(" · ")}</span>
        {obstacle ? (
          <Badge tone="late">{t(`dispatch-obstacle-${obstacle.replaceAll("_", "-")}`)}</Badge>
        ) : (
          why.length > 0 && <span className="why">{why.join(" · ")}</span>
        )}
      </span>
      {points !== null && (
        <span className="points" role="img" aria-label={t("dispatch-points", { points: Math.round(points) })}>
          {Math.round(points)}
        </span>
      )}
      <Button look={obstacle ? "plain" : "primary"} busy={isBusy} onPress={onAssign}>
        {t("dispatch-assign")}
        <span className="only-heard"> {firstName}</span>
      </Button>
      {canSteer && (
        <MenuButton
          label={t("dispatch-more-about", { name: firstName })}
          entries={[
            {
              label: t(isPinned ? "dispatch-unpin" : "dispatch-pin"),
              icon: "pin",
              onChoose: () => onPin(isPinned ? null : candidate.courierId),
            },
            {
              label: t(obstacle === "forbidden" ? "dispatch-allow" : "dispatch-forbid"),
              icon: "lock",
              onChoose: () => onForbid(obstacle !== "forbidden"),
            },
          ]}
        />
      )}
    </li>
  );
}
