import type { OfferView } from "#shared/contracts/offer";
import { clockTime, distance, money } from "../../../kit/format";
import { localText } from "../../../kit/local-text";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";

/** What is to be fetched where, and brought until when. The door itself is told to who takes it. */
export function OfferedOrders({ offer }: { offer: OfferView }) {
  const { t, language } = useTexts();
  return (
    <ol className="offered">
      {offer.orders.map((order) => (
        <li key={order.orderCode}>
          <p>
            <Icon name="shop" size={22} />
            <span>
              <b>{localText(order.branchName, language)}</b> · {distance(language, offer.pickupMetres)}
              <small>
                {order.branchAddress} · {t("road-ready-at", { time: clockTime(language, new Date(order.readyAt)) })}
              </small>
            </span>
          </p>
          <p>
            <Icon name="pin" size={22} />
            <span>
              <b>
                {t("road-offer-door", { way: distance(language, Math.max(0, offer.tripMetres - offer.pickupMetres)) })}
              </b>
              <small>
                {t("road-promised", { time: clockTime(language, new Date(order.promisedAt)) })} ·{" "}
                {t("road-items", { count: order.itemCount })}
              </small>
            </span>
          </p>
          {order.cashToCollectMinor > 0 && (
            <p>
              <Icon name="cash" size={22} />
              <span>
                {t("road-collect-amount", { amount: money(language, order.cashToCollectMinor, offer.currency) })}
              </span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
