import type { ReportView } from "#shared/contracts/report";
import { useTexts } from "../../kit/texts";
import { growth, METRIC, METRICS, type Metric, share } from "./metrics";

/** Less than half a percent is no change. */
const EVEN = 0.005;

type Props = { report: ReportView; chosen: Metric; onChoose: (metric: Metric) => void };

/** The figures of the whole span, each beside what it was before; the chosen one is drawn below. */
export function Tiles({ report, chosen, onChoose }: Props) {
  const { t, language } = useTexts();
  const said = { language, currency: report.currency };
  return (
    <div className="tiles">
      {METRICS.map((metric) => {
        const { of, say, moreIsBetter } = METRIC[metric];
        const [now, before] = [of(report.total), of(report.previousTotal)];
        return (
          <button
            key={metric}
            type="button"
            className="tile"
            aria-pressed={metric === chosen}
            onClick={() => onChoose(metric)}
          >
            <span className="tile-name">{t(`admin-report-${metric}`)}</span>
            <strong>{now === null ? "—" : say(now, said)}</strong>
            <Change value={growth(now, before)} moreIsBetter={moreIsBetter} />
          </button>
        );
      })}
    </div>
  );
}

function Change({ value, moreIsBetter }: { value: number | null; moreIsBetter: boolean }) {
  const { t, language } = useTexts();
  if (value === null) return <span className="hint">{t("admin-report-nothing-before")}</span>;
  const even = Math.abs(value) < EVEN;
  const sign = even ? "±" : value > 0 ? "▲" : "▼";
  const tone = value > 0 === moreIsBetter ? "good" : "alarm";
  return (
    <span className={even ? "hint" : `change ${tone}`}>
      {sign} {share(language, Math.abs(value))}
    </span>
  );
}
