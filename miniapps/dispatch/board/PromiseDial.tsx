import type { CSSProperties } from "react";
import { useTexts } from "../../kit/texts";
import { useTick } from "../ui/use-tick";
import { promiseClock } from "./promise-clock";

type Props = { placedAt: string; promisedAt: string };

/** The promise as a dial that fills while time runs, turns amber when it is close and red when it is broken. */
export function PromiseDial({ placedAt, promisedAt }: Props) {
  const { t } = useTexts();
  const [placedMs, promisedMs] = [Date.parse(placedAt), Date.parse(promisedAt)];
  // As one text, so that the card is drawn again only when something of it changes.
  const reading = useTick((nowMs) => {
    const { minutesLeft, urgency, shareGone } = promiseClock(placedMs, promisedMs, nowMs);
    return `${minutesLeft} ${urgency} ${shareGone}`;
  });
  const [minutes, urgency, share] = reading.split(" ") as [string, string, string];
  const minutesLeft = Number(minutes);
  const label =
    minutesLeft < 0
      ? t("dispatch-minutes-late", { minutes: -minutesLeft })
      : t("dispatch-minutes-left", { minutes: minutesLeft });
  return (
    <span className={`dial ${urgency}`} style={{ "--share": share } as CSSProperties} role="img" aria-label={label}>
      <span aria-hidden="true">{minutesLeft < 0 ? `+${-minutesLeft}` : minutesLeft}</span>
    </span>
  );
}
