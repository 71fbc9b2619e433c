import { useState } from "react";
import type { OfferView } from "#shared/contracts/offer";
import type { DeclineReason } from "#shared/delivery/offer";
import { distance, money } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Refused } from "../../../kit/ui/States";
import { PrimaryButton } from "../../ui/Page";
import { Reasons } from "../../ui/Reasons";
import { DECLINE_REASONS } from "../trip/reasons";
import { CountdownRing } from "./CountdownRing";
import { OfferedOrders } from "./OfferedOrders";
import { OfferMap } from "./OfferMap";
import { useAcceptOffer } from "./use-accept-offer";
import { useDeclineOffer } from "./use-decline-offer";
import { WhyYou } from "./WhyYou";

/** Pay and time first, then where from and where to; one large yes, and a no that asks why. */
export function OfferPage({ offer }: { offer: OfferView }) {
  const { t, language } = useTexts();
  const [isDeclining, setDeclining] = useState(false);
  const accept = useAcceptOffer(offer.id);
  if (isDeclining) return <Declining offer={offer} onBack={() => setDeclining(false)} />;
  return (
    <main className="offer-page">
      <header>
        <div>
          <h1>{money(language, offer.payMinor, offer.currency)}</h1>
          <p>{t("road-offer-way", { way: distance(language, offer.tripMetres) })}</p>
        </div>
        <CountdownRing offeredAt={offer.offeredAt} expiresAt={offer.expiresAt} />
      </header>
      <OfferMap offer={offer} />
      <OfferedOrders offer={offer} />
      <WhyYou offer={offer} />
      <Refused problem={accept.error} />
      <footer>
        <PrimaryButton text={t("road-accept")} busy={accept.isPending} onPress={() => accept.mutate()} />
        <Button wide look="danger" disabled={accept.isPending} onPress={() => setDeclining(true)}>
          {t("road-decline")}
        </Button>
      </footer>
    </main>
  );
}

function Declining({ offer, onBack }: { offer: OfferView; onBack: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const decline = useDeclineOffer(offer.id);
  return (
    <main className="offer-page">
      <header>
        <h1>{t("road-decline-why")}</h1>
        <CountdownRing offeredAt={offer.offeredAt} expiresAt={offer.expiresAt} />
      </header>
      <Reasons
        legend={t("road-why")}
        prefix="decline-reason"
        reasons={DECLINE_REASONS}
        chosen={reason}
        onChoose={setReason}
      />
      <Refused problem={decline.error} />
      <footer>
        <PrimaryButton
          danger
          text={t("road-decline")}
          disabled={!reason}
          busy={decline.isPending}
          onPress={() => reason && decline.mutate(reason)}
        />
        <Button wide onPress={onBack}>
          {t("ui-back")}
        </Button>
      </footer>
    </main>
  );
}
