import type { CourierDay } from "#shared/contracts/courier";
import type { Minor } from "#shared/kernel/units";
import { clockTime, distance, money } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Card, Facts } from "../../../kit/ui/Card";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { useNavigation } from "../../app/navigation";
import { Page } from "../../ui/Page";
import { hoursAndMinutes } from "./hours-and-minutes";
import { useDay } from "./use-day";

/** Today in figures: what I earned first. */
export function DayScreen({ cashLimitMinor }: { cashLimitMinor: Minor }) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const day = useDay();
  return (
    <Page title={t("road-tab-day")} top>
      <Query query={day}>
        {(today) => (
          <>
            <Earned day={today} />
            <Figures day={today} />
            <Cash day={today} limitMinor={cashLimitMinor} />
            <Asked day={today} />
          </>
        )}
      </Query>
      <Button wide onPress={() => open({ at: "history" })}>
        <Icon name="chart" size={20} />
        {t("road-history")}
      </Button>
    </Page>
  );
}

function Earned({ day }: { day: CourierDay }) {
  const { t, language } = useTexts();
  const amount = (minor: Minor) => money(language, minor, day.currency);
  const isBelow = day.earnedMinor < day.guaranteeMinor;
  return (
    <section className="earned">
      <p>{t("road-earned")}</p>
      <b>{amount(day.earnedMinor + day.tipsMinor)}</b>
      {day.tipsMinor > 0 && <small>{t("road-with-tips", { tips: amount(day.tipsMinor) })}</small>}
      {day.guaranteeMinor > 0 && (
        <>
          <progress
            value={Math.min(day.earnedMinor, day.guaranteeMinor)}
            max={day.guaranteeMinor}
            aria-label={t("road-guarantee")}
          />
          <small>
            {isBelow
              ? t("road-guarantee-below", { amount: amount(day.guaranteeMinor) })
              : t("road-guarantee-reached", { amount: amount(day.guaranteeMinor) })}
          </small>
        </>
      )}
    </section>
  );
}

function Figures({ day }: { day: CourierDay }) {
  const { t, language } = useTexts();
  const { hours, minutes } = hoursAndMinutes(day.onlineSeconds);
  return (
    <dl className="figures">
      <div>
        <dt>{t("road-deliveries")}</dt>
        <dd>{day.delivered}</dd>
      </div>
      <div>
        <dt>{t("road-distance")}</dt>
        <dd>{distance(language, day.distanceMetres)}</dd>
      </div>
      <div>
        <dt>{t("road-hours")}</dt>
        <dd>{t("road-hours-minutes", { hours, minutes })}</dd>
      </div>
    </dl>
  );
}

function Cash({ day, limitMinor }: { day: CourierDay; limitMinor: Minor }) {
  const { t, language } = useTexts();
  const amount = (minor: Minor) => money(language, minor, day.currency);
  return (
    <Card title={t("road-cash")}>
      <Facts
        rows={[
          [t("road-cash-in-hand"), amount(day.cashInHandMinor)],
          ...(limitMinor > 0 ? [[t("road-cash-limit"), amount(limitMinor)] as const] : []),
          ...(day.failed > 0 ? [[t("road-failed"), day.failed] as const] : []),
        ]}
      />
    </Card>
  );
}

function Asked({ day }: { day: CourierDay }) {
  const { t, language } = useTexts();
  if (day.offers.length === 0) return <p className="hint">{t("road-offers-none")}</p>;
  return (
    <Card title={t("road-offers")}>
      <ul className="rows">
        {[...day.offers].reverse().map((offer) => (
          <li key={offer.id}>
            <span>
              {clockTime(language, new Date(offer.at))} · {t(`offer-status-${offer.status}`)}
            </span>
            <b>{money(language, offer.payMinor, day.currency)}</b>
          </li>
        ))}
      </ul>
    </Card>
  );
}
