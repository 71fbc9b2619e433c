import { minutes } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Badge, type Tone } from "../../../kit/ui/Card";
import { useFreshness } from "../../positions/PositionProvider";
import type { Freshness } from "../../positions/position-batch";

const TONES: Record<Freshness, Tone> = { none: "late", fresh: "good", old: "late", lost: "alarm" };

/** Whether the house sees this phone, and since when not. */
export function FreshnessBadge() {
  const { t, language } = useTexts();
  const { freshness, ageMs } = useFreshness();
  const age = minutes(language, (ageMs ?? 0) / 1_000);
  return (
    <span role="status">
      <Badge tone={TONES[freshness]}>{t(`road-position-${freshness}`, { age })}</Badge>
    </span>
  );
}
