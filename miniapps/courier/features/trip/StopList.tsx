import type { TripStop, TripView } from "#shared/contracts/trip";
import type { Language } from "#shared/kernel/language";
import { clockTime, money } from "../../../kit/format";
import { localText } from "../../../kit/local-text";
import { useTexts } from "../../../kit/texts";
import { Icon, type IconName } from "../../../kit/ui/Icon";

const MARKS: Record<TripStop["status"], IconName | null> = {
  pending: null,
  arrived: "locate",
  done: "check",
  failed: "close",
  dropped: "minus",
};

/** All doors of all trips, in the order of driving. */
export function StopList({ trips, nextId }: { trips: readonly TripView[]; nextId: string }) {
  const { t, language } = useTexts();
  const stops = trips.flatMap((trip) => [...trip.stops].sort((a, b) => a.position - b.position));
  return (
    <section className="card">
      <h2>{t("road-all-stops")}</h2>
      <p className="hint">{t("road-trip-pay", { pay: payOf(trips, language) })}</p>
      <ol className="stops">
        {stops.map((stop, index) => {
          const isPickup = stop.kind === "pickup";
          const mark = MARKS[stop.status];
          return (
            <li key={stop.id} data-status={stop.status} aria-current={stop.id === nextId ? "step" : undefined}>
              <span className="mark">{mark ? <Icon name={mark} size={18} /> : index + 1}</span>
              <span className="where">
                <b>{isPickup ? localText(stop.branchName, language) : (stop.name ?? t("road-customer"))}</b>
                <small>
                  {stop.orderCode} · {t(`road-stop-${stop.kind}`)}
                </small>
              </span>
              <time dateTime={isPickup ? stop.readyAt : stop.promisedAt}>
                {clockTime(language, new Date(isPickup ? stop.readyAt : stop.promisedAt))}
              </time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** One city, one currency: the trips of a courier add up. */
const payOf = (trips: readonly TripView[], language: Language): string => {
  const minor = trips.reduce((sum, { payMinor }) => sum + payMinor, 0);
  return trips[0] ? money(language, minor, trips[0].currency) : "";
};
