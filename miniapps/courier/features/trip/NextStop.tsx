import { useState } from "react";
import type { TripStop, TripView } from "#shared/contracts/trip";
import { confirmed } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { useNavigation } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import { Page } from "../../ui/Page";
import { BagList } from "./BagList";
import { CashCard } from "./CashCard";
import { StopActions } from "./StopActions";
import { StopCard } from "./StopCard";
import { StopList } from "./StopList";

type Props = { trip: TripView; stop: TripStop; trips: readonly TripView[] };

/** The door to go to now, with the one thing to do there. */
export function NextStop({ trip, stop, trips }: Props) {
  const { t } = useTexts();
  const [packed, setPacked] = useState<ReadonlySet<number>>(new Set());
  const isAtCounter = stop.kind === "pickup" && stop.status === "arrived";
  const missing = isAtCounter ? stop.lines.length - packed.size : 0;
  const primary = usePrimary(stop, missing);
  return (
    <Page title={t("road-tab-trip")} top primary={primary}>
      <StopCard stop={stop} />
      {isAtCounter && <BagList lines={stop.lines} packed={packed} onChange={setPacked} />}
      {stop.kind === "dropoff" && <CashCard stop={stop} currency={trip.currency} />}
      <StopActions stop={stop} />
      <GiveUp stop={stop} />
      <StopList trips={trips} nextId={stop.id} />
    </Page>
  );
}

function usePrimary(stop: TripStop, missing: number) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { store } = useOutbox();
  const { deliveryId, kind } = stop;
  if (stop.status === "pending")
    return {
      text: t(kind === "pickup" ? "road-arrive-pickup" : "road-arrive-dropoff"),
      onPress: () => void store.add({ do: "arrive", deliveryId, at: kind }),
    };
  if (kind === "dropoff") return { text: t("road-hand-over"), onPress: () => open({ at: "hand-over", deliveryId }) };
  const pickUp = async () => {
    const question = { text: t("road-bag-missing", { count: missing }), yes: t("road-pick-up"), no: t("ui-back") };
    if (missing === 0 || (await confirmed(question))) await store.add({ do: "pick_up", deliveryId });
  };
  return { text: t("road-pick-up"), onPress: () => void pickUp() };
}

/** The ways out that nobody wants, below what everybody does. */
function GiveUp({ stop }: { stop: TripStop }) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { deliveryId, kind } = stop;
  const action = kind === "pickup" ? "release" : "fail";
  if (!stop.actions.includes(action)) return null;
  return (
    <Button look="danger" wide onPress={() => open({ at: action, deliveryId })}>
      {t(kind === "pickup" ? "road-release" : "road-fail")}
    </Button>
  );
}
