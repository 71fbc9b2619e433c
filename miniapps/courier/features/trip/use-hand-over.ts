import { useEffect, useState } from "react";
import type { TripStop } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { useNavigation } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import type { Entry, Outbox } from "../../outbox/outbox";
import { photoStore } from "../../outbox/photo-store";

/** `kept`: nobody answers; it goes out by itself. */
type State = "open" | "sending" | "kept";

/** One hand-over from the proof to the API's yes. A yes leads back to the trip. */
export function useHandOver(deliveryId: Id, stop: TripStop | null) {
  const { t } = useTexts();
  const { leave } = useNavigation();
  const { outbox, store } = useOutbox();
  const [shownId, setShownId] = useState<string | null>(null);
  const entry = outbox.find(({ action }) => isHandOverOf(action, deliveryId));
  const isSent = shownId !== null && !entry;
  useEffect(() => {
    if (!isSent) return;
    haptic("success");
    leave();
  }, [isSent, leave]);
  const showPin = async (pin: string) => setShownId(await store.add({ do: "hand_over_pin", deliveryId, pin }));
  const showPhoto = async (blob: Blob) => {
    await photoStore.keep(deliveryId, { blob, mediaId: null });
    setShownId(await store.add({ do: "hand_over_photo", deliveryId }));
  };
  const refusal = entry?.refusal;
  const tries = refusal?.details.triesLeft;
  return {
    state: stateOf(entry, outbox),
    isLocked: stop?.pinLocked === true || refusal?.code === "delivery.pin_locked",
    triesLeft: typeof tries === "number" ? tries : null,
    problem: refusal ? (refusal.sentence ?? t("ui-failed")) : null,
    showPin: (pin: string) => void showPin(pin),
    showPhoto: (blob: Blob) => void showPhoto(blob),
  };
}

const isHandOverOf = (action: Entry["action"], id: Id): boolean =>
  (action.do === "hand_over_pin" || action.do === "hand_over_photo") && action.deliveryId === id;

/** It waits as well when something before it was sent in vain. */
function stateOf(entry: Entry | undefined, outbox: Outbox): State {
  if (!entry || entry.refusal) return "open";
  return outbox.some(({ tries, refusal }) => !refusal && tries > 0) ? "kept" : "sending";
}
