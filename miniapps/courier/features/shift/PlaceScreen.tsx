import type { CourierPlace, PlaceObstacle } from "#shared/contracts/courier";
import { clockTime } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Card, Facts } from "../../../kit/ui/Card";
import { Query } from "../../../kit/ui/Query";
import { Page } from "../../ui/Page";
import { ReasonChips } from "./ReasonChips";
import { usePlaceInQueue } from "./use-place-in-queue";

/** Rounds that are worth reading. */
const ROUNDS_SHOWN = 10;

/** Where I stand, what keeps offers away, and what the last rounds thought of me. */
export function PlaceScreen() {
  const { t } = useTexts();
  const place = usePlaceInQueue();
  return (
    <Page title={t("road-standing-title")}>
      <Query query={place}>
        {(data) => (
          <>
            <Obstacles obstacles={data.obstacles} />
            <Standing place={data} />
            <Rounds recent={data.recent} />
          </>
        )}
      </Query>
    </Page>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly PlaceObstacle[] }) {
  const { t } = useTexts();
  if (obstacles.length === 0) return <p className="good-note">{t("road-no-obstacle")}</p>;
  return (
    <ul className="warning">
      {obstacles.map((obstacle) => (
        <li key={obstacle}>
          <b>{t(`road-obstacle-${obstacle.replaceAll("_", "-")}`)}</b>
          <small>{t(`road-remedy-${obstacle.replaceAll("_", "-")}`)}</small>
        </li>
      ))}
    </ul>
  );
}

function Standing({ place }: { place: CourierPlace }) {
  const { t, language } = useTexts();
  const since = place.freeSince ? clockTime(language, new Date(place.freeSince)) : "—";
  return (
    <Card title={t("road-standing")}>
      <Facts
        rows={[
          [t("road-free-couriers"), place.free],
          [t("road-waited-longer"), place.waitedLonger],
          [t("road-free-since"), since],
          [t("road-orders-waiting"), place.waitingOrders],
        ]}
      />
      <p className="hint">{t("road-standing-how")}</p>
    </Card>
  );
}

function Rounds({ recent }: { recent: CourierPlace["recent"] }) {
  const { t, language } = useTexts();
  if (recent.length === 0) return <p className="hint">{t("road-rounds-none")}</p>;
  return (
    <Card title={t("road-rounds")}>
      <ul className="rounds">
        {recent.slice(0, ROUNDS_SHOWN).map((round) => (
          <li key={`${round.at}-${round.rank}`}>
            <time dateTime={round.at}>{clockTime(language, new Date(round.at))}</time>
            <span>
              <b>{t("road-rank", { rank: round.rank, of: round.candidates })}</b>
              {round.offered && ` · ${t("road-was-asked")}`}
              <ReasonChips reasons={round.reasons} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
