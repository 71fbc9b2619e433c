import { useEffect } from "react";
import type { OfferStatus } from "#shared/delivery/offer";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { PrimaryButton } from "../../ui/Page";

/** What became of an offer while it was on the screen. `null`: not known yet. */
export function OfferEnded({ status, onClose }: { status: OfferStatus | null; onClose: () => void }) {
  const { t } = useTexts();
  useEffect(() => haptic("warning"), []);
  return (
    <main className="offer-ended">
      <Icon name={status === "lost" ? "people" : "clock"} size={56} />
      <h1>{t(status ? `offer-status-${status}` : "ui-loading")}</h1>
      <p role="alert">{t("road-offer-next")}</p>
      <PrimaryButton text={t("ui-close")} onPress={onClose} />
    </main>
  );
}
