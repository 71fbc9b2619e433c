import { useBusinessNow } from "../../kit/business-time";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Empty } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { wallMoment } from "../orders/moment";
import { useStockLog } from "./queries";

/** Why the stock is what it is, newest first. */
export function StockLog({ branchId, itemId }: { branchId: string; itemId: string }) {
  const { t, language } = useTexts();
  const nowMs = useBusinessNow(60_000);
  const timezone = useBranches().data?.find(({ id }) => id === branchId)?.timezone ?? "UTC";
  const log = useStockLog({ branchId, itemId }, true);
  return (
    <Query query={log} rows={1}>
      {(entries) =>
        entries.length === 0 ? (
          <Empty text={t("admin-stock-no-log")} />
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("admin-stock-when")}</th>
                <th scope="col">{t("admin-stock-reason")}</th>
                <th scope="col" className="num">
                  {t("admin-stock-portions")}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ at, reason, delta, causeId }) => (
                <tr key={`${causeId}-${reason}`}>
                  <td>{wallMoment(language, at, timezone, nowMs)}</td>
                  <td>{t(`admin-stock-reason-${reason.replaceAll("_", "-")}`)}</td>
                  <td className="num">{delta > 0 ? `+${delta}` : delta}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Query>
  );
}
