import { useBusinessNow } from "../../../kit/business-time";
import { useTexts } from "../../../kit/texts";
import { countdownOf } from "./countdown";

const RADIUS = 34;
const ROUND = 2 * Math.PI * RADIUS;

/** The time to answer, as a ring that empties and as seconds. Spoken at the start and for the last ten seconds. */
export function CountdownRing({ offeredAt, expiresAt }: { offeredAt: string; expiresAt: string }) {
  const { t } = useTexts();
  const nowMs = useBusinessNow(250);
  const { secondsLeft, share, urgent } = countdownOf(
    { offeredAtMs: Date.parse(offeredAt), expiresAtMs: Date.parse(expiresAt) },
    nowMs,
  );
  return (
    <div className="ring" data-urgent={urgent} role="timer" aria-label={t("road-seconds-left", { count: secondsLeft })}>
      <svg viewBox="0 0 80 80" aria-hidden="true">
        <circle cx="40" cy="40" r={RADIUS} className="ring-track" />
        <circle
          cx="40"
          cy="40"
          r={RADIUS}
          className="ring-left"
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - share)}
          transform="rotate(-90 40 40)"
        />
      </svg>
      <b aria-hidden="true">{secondsLeft}</b>
    </div>
  );
}
