import type { OrderView } from "#shared/contracts/order";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { wordId } from "./word-id";

type Courier = NonNullable<NonNullable<OrderView["delivery"]>["courier"]>;

/** By first name and vehicle; neither side learns a number. */
export function CourierCard({ courier, onChat }: { courier: Courier; onChat?: () => void }) {
  const { t, language } = useTexts();
  const { firstName, vehicle, rating } = courier;
  const stars = rating?.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <section className="card courier-card" aria-label={t("track-courier")}>
      <span className="courier-picture">
        <Icon name={vehicle === "walker" ? "person" : "bike"} size={26} />
      </span>
      <div>
        <b>{firstName}</b>
        <p className="hint">
          {t(wordId("vehicle", vehicle))}
          {stars && ` · ★ ${stars}`}
        </p>
      </div>
      {onChat && (
        <Button onPress={onChat}>
          <Icon name="chat" size={20} />
          {t("track-write")}
        </Button>
      )}
    </section>
  );
}
