import type { TripStop } from "#shared/contracts/trip";
import type { Currency } from "#shared/kernel/money";
import { money } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";

/** What to take from the customer, and what to give back. Large: it is read aloud at a door. */
export function CashCard({ stop, currency }: { stop: TripStop; currency: Currency }) {
  const { t, language } = useTexts();
  const { cashToCollectMinor, cashGivenMinor } = stop;
  if (cashToCollectMinor === 0)
    return (
      <p className="cash paid">
        <Icon name="check" />
        {t("road-paid")}
      </p>
    );
  return (
    <dl className="cash">
      <div>
        <dt>{t("road-collect")}</dt>
        <dd>{money(language, cashToCollectMinor, currency)}</dd>
      </div>
      {cashGivenMinor !== null && cashGivenMinor > cashToCollectMinor && (
        <div>
          <dt>{t("road-change-from", { note: money(language, cashGivenMinor, currency) })}</dt>
          <dd>{money(language, cashGivenMinor - cashToCollectMinor, currency)}</dd>
        </div>
      )}
    </dl>
  );
}
