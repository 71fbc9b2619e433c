import { useState } from "react";
import { ReportBy, type ReportView } from "#shared/contracts/report";
import { Currency } from "#shared/kernel/money";
import { businessNowMs } from "../../kit/business-time";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { useUrlFilter } from "../tables/use-url-filter";
import { BarChart } from "./BarChart";
import { METRIC, type Metric } from "./metrics";
import { type ReportAsked, useReport } from "./queries";
import { ReportFilterBar } from "./ReportFilterBar";
import { ReportTable } from "./ReportTable";
import { dayLabel, slotsOf } from "./report-bars";
import { dayAt, spanOf } from "./span";
import { Tiles } from "./Tiles";
import "../tables/tables.css";
import "./reports.css";

const NAMES = ["from", "to", "by", "branchId", "currency"] as const;

/** How the business goes, and how it went before. */
export default function ReportsSection() {
  const { t } = useTexts();
  const [filter, change] = useUrlFilter(NAMES);
  const timezone = useBranches().data?.[0]?.timezone ?? "UTC";
  const today = dayAt(businessNowMs(), timezone);
  const by = ReportBy.safeParse(filter.by).data ?? "day";
  const currency = Currency.safeParse(filter.currency).data;
  const asked: ReportAsked = { ...spanOf("week", today), ...withoutGaps(filter), by, currency };
  const report = useReport(asked);
  return (
    <Screen title={t("admin-section-reports")}>
      <ReportFilterBar asked={asked} today={today} currencies={report.data?.currencies ?? []} change={change} />
      <Query query={report} rows={4}>
        {(found) => <Drawn report={found} by={by} />}
      </Query>
    </Screen>
  );
}

const withoutGaps = ({ from, to, branchId }: Partial<Record<(typeof NAMES)[number], string>>) => ({
  ...(from && { from }),
  ...(to && { to }),
  ...(branchId && { branchId }),
});

function Drawn({ report, by }: { report: ReportView; by: ReportBy }) {
  const { t, language } = useTexts();
  const [metric, setMetric] = useState<Metric>("orders");
  const { of, say } = METRIC[metric];
  const said = { language, currency: report.currency };
  const spoken = (value: number | null) => (value === null ? "—" : say(value, said));
  const bars = slotsOf(report, by, language).map(({ key, label, row, before }) => {
    const [now, was] = [row && of(row), before && of(before)];
    return { key, label, value: now, before: was, said: `${label}: ${spoken(now)} (${spoken(was)})` };
  });
  const span = (from: string, to: string) => `${dayLabel(language, from)} – ${dayLabel(language, to)}`;
  return (
    <>
      <Tiles report={report} chosen={metric} onChoose={setMetric} />
      {report.total.orders === 0 && <Empty text={t("admin-report-nothing")} />}
      {report.total.orders > 0 && (
        <>
          <section className="card">
            <h2>{t(`admin-report-${metric}`)}</h2>
            <BarChart bars={bars} title={t(`admin-report-${metric}`)} />
            <p className="hint chart-key">
              <span className="key-now" /> {span(report.from, report.to)}
              <span className="key-before" /> {span(report.previousFrom, report.previousTo)}
            </p>
          </section>
          <ReportTable report={report} by={by} />
        </>
      )}
    </>
  );
}
