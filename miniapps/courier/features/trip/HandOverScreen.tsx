import { useState } from "react";
import type { Id } from "#shared/kernel/ids";
import { useTexts } from "../../../kit/texts";
import { Empty } from "../../../kit/ui/States";
import { useUnsaved } from "../../app/navigation";
import { Page } from "../../ui/Page";
import { CashCard } from "./CashCard";
import { PhotoProof } from "./PhotoProof";
import { PinPad } from "./PinPad";
import { useDoor } from "./use-door";
import { useHandOver } from "./use-hand-over";

/** The proof at the door: the customer's PIN, or a photo. */
export function HandOverScreen({ deliveryId }: { deliveryId: Id }) {
  const { t } = useTexts();
  const door = useDoor(deliveryId);
  const { state, triesLeft, isLocked, problem, showPin, showPhoto } = useHandOver(deliveryId, door?.stop ?? null);
  const [wantsPhoto, setWantsPhoto] = useState(false);
  const [isTouched, setTouched] = useState(false);
  useUnsaved(isTouched && state === "open");
  if (!door)
    return (
      <Page title={t("road-hand-over")}>
        <Empty icon="route" text={t("road-delivery-gone")} />
      </Page>
    );
  if (state === "kept")
    return (
      <Page title={t("road-hand-over")}>
        <Empty icon="upload" text={t("road-hand-over-kept")} />
      </Page>
    );
  const byPhoto = wantsPhoto || isLocked;
  return (
    <Page title={t("road-hand-over-title", { code: door.stop.orderCode })}>
      <CashCard stop={door.stop} currency={door.trip.currency} />
      {isLocked && <p className="warning">{t("road-pin-locked")}</p>}
      {problem && !isLocked && (
        <p className="warning" role="alert">
          {problem} {triesLeft !== null && t("road-tries-left", { count: triesLeft })}
        </p>
      )}
      {byPhoto ? (
        <PhotoProof busy={state === "sending"} onTouched={setTouched} onPhoto={showPhoto} />
      ) : (
        <PinPad busy={state === "sending"} onTouched={setTouched} onPin={showPin} />
      )}
      {!isLocked && (
        <button type="button" className="button wide" onClick={() => setWantsPhoto(!wantsPhoto)}>
          {t(byPhoto ? "road-pin-instead" : "road-photo-instead")}
        </button>
      )}
    </Page>
  );
}
