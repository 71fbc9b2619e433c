import type { OfferView } from "#shared/contracts/offer";
import type { Point } from "#shared/kernel/geo";
import { localText } from "../../../kit/local-text";
import { MapView } from "../../../kit/map/MapView";
import type { Line, Pin } from "../../../kit/map/map-parts";
import { useTexts } from "../../../kit/texts";
import { usePlace } from "../../positions/PositionProvider";

/** The whole way on a map: from here to the counters, and on to where the doors are about. */
export function OfferMap({ offer }: { offer: OfferView }) {
  const { t, language } = useTexts();
  const here = usePlace().sender.lastFix();
  const pins: Pin[] = offer.orders.flatMap(({ orderCode, branchName, pickup, dropoffArea }) => [
    { id: `from-${orderCode}`, at: pickup, icon: "shop" as const, label: localText(branchName, language) },
    {
      id: `to-${orderCode}`,
      at: dropoffArea,
      icon: "home" as const,
      label: t("road-offer-area"),
      tone: "good" as const,
    },
  ]);
  if (here) pins.push({ id: "me", at: here, icon: "bike", label: t("road-offer-here"), tone: "quiet" });
  return (
    <div className="offer-map">
      <MapView label={t("road-offer-map")} pins={pins} lines={wayOf(offer, here)} fit={pins.map(({ at }) => at)} />
    </div>
  );
}

/** Straight from stop to stop: streets are the map app's business. Dashed up to the first counter. */
function wayOf({ orders }: OfferView, here: Point | null): Line[] {
  const counters = orders.map(({ pickup }) => pickup);
  const doors = orders.map(({ dropoffArea }) => dropoffArea);
  const [first] = counters;
  const toCounter: Line[] = here && first ? [{ id: "to-counter", points: [here, first], dashed: true }] : [];
  return [...toCounter, { id: "to-doors", points: [...counters, ...doors] }];
}
