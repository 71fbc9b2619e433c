import { ArrowDown } from "lucide-react";
import type { CourierPerformance } from "#shared/contracts/report";
import { useTexts } from "../../kit/texts";
import { TableBox } from "../tables/TableBox";
import { FIGURE, FIGURES, type Figure, rankedBy } from "./figures";

type Props = { couriers: readonly CourierPerformance[]; sort: Figure; onSort: (figure: Figure) => void };

/** Couriers with their figures, ranked by the one whose head was tapped. */
export function PerformanceTable({ couriers, sort, onSort }: Props) {
  const { t, language } = useTexts();
  return (
    <TableBox label={t("admin-section-couriers")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("admin-couriers-rank")}
            </th>
            <th scope="col">{t("admin-orders-courier")}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className="num" aria-sort={figure === sort ? "descending" : undefined}>
                <button type="button" className="sort" data-on={figure === sort} onClick={() => onSort(figure)}>
                  {t(`admin-couriers-${figure.toLowerCase()}`)}
                  {figure === sort && <ArrowDown size={14} aria-hidden="true" />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rankedBy(couriers, sort).map((courier, index) => (
            <tr key={courier.courierId}>
              <td className="num">{index + 1}</td>
              <th scope="row">
                {[courier.firstName, courier.lastName].filter(Boolean).join(" ")}
                <span className="below">{t(`vehicle-${courier.vehicle}`)}</span>
              </th>
              {FIGURES.map((figure) => {
                const { of, say, outOf } = FIGURE[figure];
                const value = of(courier);
                return (
                  <td key={figure} className="num">
                    {value === null ? "—" : say(value, language)}
                    {outOf && value !== null && (
                      <span className="below">{t("admin-couriers-of", { count: outOf(courier) })}</span>
                    )}
                    {figure === "delivered" && courier.failed > 0 && (
                      <span className="below late">{t("admin-couriers-failed", { count: courier.failed })}</span>
                    )}
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
