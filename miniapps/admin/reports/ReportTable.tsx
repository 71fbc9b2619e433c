import type { ReportBy, ReportView } from "#shared/contracts/report";
import { useTexts } from "../../kit/texts";
import { TableBox } from "../tables/TableBox";
import { METRIC, METRICS } from "./metrics";
import { slotsOf } from "./report-bars";

/** The same figures in rows. */
export function ReportTable({ report, by }: { report: ReportView; by: ReportBy }) {
  const { t, language } = useTexts();
  const said = { language, currency: report.currency };
  const slots = slotsOf(report, by, language).filter(({ row }) => row !== null);
  return (
    <TableBox label={t(`admin-report-by-${by}`)}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t(`admin-report-by-${by}`)}</th>
            {METRICS.map((metric) => (
              <th key={metric} scope="col" className="num">
                {t(`admin-report-${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(({ key, label, row }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {METRICS.map((metric) => {
                const value = row && METRIC[metric].of(row);
                return (
                  <td key={metric} className="num">
                    {value === null ? "—" : METRIC[metric].say(value, said)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
