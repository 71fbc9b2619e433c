import { useTexts } from "../../../kit/texts";
import { Query } from "../../../kit/ui/Query";
import { Empty } from "../../../kit/ui/States";
import { Page } from "../../ui/Page";
import { NextStop } from "./NextStop";
import { nextDoor } from "./project-trips";
import { useTrips } from "./use-trips";

/** What to drive now: the next door first, all of them below. */
export function TripScreen() {
  const { t } = useTexts();
  const { query, trips } = useTrips();
  const next = nextDoor(trips);
  if (next) return <NextStop key={next.stop.id} {...next} trips={trips} />;
  return (
    <Page title={t("road-tab-trip")} top>
      <Query query={query}>{() => <Empty icon="route" text={t("road-trip-none")} />}</Query>
    </Page>
  );
}
