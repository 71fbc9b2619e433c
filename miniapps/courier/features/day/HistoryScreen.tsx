import type { CourierHistory } from "#shared/contracts/courier";
import { clockTime, day as dayOf, distance, money } from "../../../kit/format";
import { localText } from "../../../kit/local-text";
import { useTexts } from "../../../kit/texts";
import { Card } from "../../../kit/ui/Card";
import { Query } from "../../../kit/ui/Query";
import { Empty } from "../../../kit/ui/States";
import { Page } from "../../ui/Page";
import { useHistory } from "./use-history";

/** The days before, and what was brought on them. */
export function HistoryScreen() {
  const { t } = useTexts();
  const history = useHistory();
  return (
    <Page title={t("road-history")}>
      <Query query={history}>
        {(data) =>
          data.days.length === 0 && data.deliveries.length === 0 ? (
            <Empty icon="chart" text={t("road-history-none")} />
          ) : (
            <>
              <Days history={data} />
              <Deliveries history={data} />
            </>
          )
        }
      </Query>
    </Page>
  );
}

function Days({ history: { days, currency } }: { history: CourierHistory }) {
  const { t, language } = useTexts();
  return (
    <Card title={t("road-days")}>
      <ul className="rows">
        {days.map((worked) => (
          <li key={worked.day}>
            <span className="where">
              <b>{dayOf(language, new Date(`${worked.day}T12:00:00`))}</b>
              <small>
                {t("road-deliveries-count", { count: worked.delivered })} · {distance(language, worked.distanceMetres)}
              </small>
            </span>
            <b>{money(language, worked.earnedMinor + worked.tipsMinor, currency)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Deliveries({ history: { deliveries } }: { history: CourierHistory }) {
  const { t, language } = useTexts();
  return (
    <Card title={t("road-last-deliveries")}>
      <ul className="rows">
        {deliveries.map(({ id, orderCode, branchName, status, closedAt, distanceMetres }) => (
          <li key={id}>
            <span className="where">
              <b>
                {orderCode} · {localText(branchName, language)}
              </b>
              <small>
                {dayOf(language, new Date(closedAt))}, {clockTime(language, new Date(closedAt))} ·{" "}
                {t(`delivery-status-${status.replaceAll("_", "-")}`)}
              </small>
            </span>
            <span>{distance(language, distanceMetres)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
