import type { Language } from "#shared/kernel/language";
import { distance, minutes } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Badge } from "../../../kit/ui/Card";

/** Figures of a dispatch policy that mean something to a courier, and how they are written. */
const WRITTEN: Record<string, (value: number, language: Language) => string> = {
  pickupMetres: (value, language) => distance(language, value),
  freeSeconds: (value, language) => minutes(language, value),
  freeInSeconds: (value, language) => minutes(language, value),
  points: (value) => String(Math.round(value)),
  rating: (value) => String(Math.round(value)),
  acceptance: (value) => String(Math.round(value)),
  load: (value) => String(Math.round(value)),
};

/** Why somebody is thought of, or not, in figures. Those that only the optimiser understands are left out. */
export function ReasonChips({ reasons }: { reasons: Readonly<Record<string, number>> }) {
  const { t, language } = useTexts();
  const known = Object.entries(reasons).filter(([name]) => WRITTEN[name]);
  if (known.length === 0) return null;
  return (
    <p className="chips">
      {known.map(([name, value]) => (
        <Badge key={name}>
          {t(`road-reason-${name.toLowerCase()}`)}: {WRITTEN[name]!(value, language)}
        </Badge>
      ))}
    </p>
  );
}
