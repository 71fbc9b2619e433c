import type { OfferView } from "#shared/contracts/offer";
import { distance } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { ReasonChips } from "../shift/ReasonChips";

/** Why this courier is asked: in a sentence, and in the figures that the round weighed. */
export function WhyYou({ offer }: { offer: OfferView }) {
  const { t, language } = useTexts();
  return (
    <section className="why">
      <p>{t(`road-why-${offer.mode}`, { way: distance(language, offer.pickupMetres) })}</p>
      <ReasonChips reasons={offer.reasons} />
    </section>
  );
}
