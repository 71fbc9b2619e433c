import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { useNavigation } from "../../app/navigation";
import { usePlaceInQueue } from "./use-place-in-queue";

/** My place in the queue in one line; the why lies behind it. */
export function PlaceCard() {
  const { t } = useTexts();
  const { open } = useNavigation();
  const place = usePlaceInQueue();
  return (
    <Query query={place} rows={1}>
      {({ obstacles, waitedLonger, free, freeSince, waitingOrders }) => (
        <button type="button" className="card row-card" onClick={() => open({ at: "place" })}>
          <span>
            <b>
              {obstacles[0]
                ? t(`road-obstacle-${obstacles[0].replaceAll("_", "-")}`)
                : freeSince
                  ? t("road-place-in-queue", { place: waitedLonger + 1, free })
                  : t("road-place-busy")}
            </b>
            <small>{t("road-waiting-orders", { count: waitingOrders })}</small>
          </span>
          <Icon name="forward" />
        </button>
      )}
    </Query>
  );
}
