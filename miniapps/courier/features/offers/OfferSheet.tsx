import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { OfferView } from "#shared/contracts/offer";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { useNavigation } from "../../app/navigation";
import { chime, unlockChime } from "./chime";
import { OfferEnded } from "./OfferEnded";
import { OfferPage } from "./OfferPage";
import { useOffer } from "./use-offer";
import { useOffers } from "./use-offers";

/** How often an unanswered offer sounds again. */
const RING_EVERY_MS = 6_000;

/**
 * The whole screen while somebody asks. What lies below stays as it was, half a PIN included. An offer that is gone
 * says what became of it before it leaves.
 */
export function OfferSheet() {
  const { t } = useTexts();
  const { open } = useNavigation();
  const live = useOffers().data?.offers ?? [];
  const [shown, setShown] = useState<OfferView | null>(null);
  const current = live.find(({ id }) => id === shown?.id);
  const next = live[0];
  useEffect(() => {
    if (!shown && next) setShown(next);
  }, [shown, next]);
  useRinging(current !== undefined);
  const fate = useOffer(shown && !current ? shown.id : null).data;
  const leave = () => setShown(null);
  // Here, or in the chat: a yes leads to the trip, and a no needs no word.
  const answered = fate?.status === "accepted" || fate?.status === "declined" ? fate.status : null;
  const follow = useEffectEvent((answer: "accepted" | "declined") => {
    setShown(null);
    if (answer === "declined") return;
    haptic("success");
    open({ at: "trip" });
  });
  useEffect(() => {
    if (answered) follow(answered);
  }, [answered]);
  const dialog = useShown(shown !== null);
  return (
    <dialog ref={dialog} className="offer" aria-label={t("road-offer")} onCancel={(event) => event.preventDefault()}>
      {shown && current && <OfferPage key={shown.id} offer={current} />}
      {shown && !current && !answered && <OfferEnded status={fate?.status ?? null} onClose={leave} />}
    </dialog>
  );
}

/** A dialog of the browser: it holds the focus, and the page below is out of reach. */
function useShown(isShown: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);
  return dialog;
}

function useRinging(rings: boolean): void {
  useEffect(unlockChime, []);
  useEffect(() => {
    if (!rings) return;
    const ring = () => {
      chime();
      haptic("warning");
    };
    ring();
    const timer = setInterval(ring, RING_EVERY_MS);
    return () => clearInterval(timer);
  }, [rings]);
}
