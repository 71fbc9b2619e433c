import type { TripStop } from "#shared/contracts/trip";
import { useBusinessNow } from "../../../kit/business-time";
import { clockTime } from "../../../kit/format";
import { localText } from "../../../kit/local-text";
import { useTexts } from "../../../kit/texts";
import { Badge, type Tone } from "../../../kit/ui/Card";
import { VoiceNote } from "./VoiceNote";

/** Less time than this before the promise, and it is in danger. */
const SOON_MS = 5 * 60_000;

/** Where to, whom for, and until when. */
export function StopCard({ stop }: { stop: TripStop }) {
  const { t, language } = useTexts();
  const isPickup = stop.kind === "pickup";
  return (
    <section className="stop-card" aria-label={t(isPickup ? "road-fetch" : "road-bring")}>
      <p className="stop-kind">
        <b>{t(isPickup ? "road-fetch" : "road-bring")}</b>
        <span className="code">{stop.orderCode}</span>
        <Deadline stop={stop} />
      </p>
      <h2>{isPickup ? localText(stop.branchName, language) : (stop.name ?? t("road-customer"))}</h2>
      {stop.addressText && <p className="address">{stop.addressText}</p>}
      {stop.landmark && <p className="landmark">{t("road-landmark", { landmark: stop.landmark })}</p>}
      {stop.voiceMediaId && <VoiceNote mediaId={stop.voiceMediaId} />}
      {!isPickup && stop.note && <p className="note">{stop.note}</p>}
    </section>
  );
}

function Deadline({ stop }: { stop: TripStop }) {
  const { t, language } = useTexts();
  const nowMs = useBusinessNow(10_000);
  if (stop.kind === "pickup") {
    const at = new Date(stop.readyAt);
    const isReady = at.getTime() <= nowMs;
    return (
      <Badge tone={isReady ? "good" : "plain"}>
        {isReady ? t("road-ready") : t("road-ready-at", { time: clockTime(language, at) })}
      </Badge>
    );
  }
  const at = new Date(stop.promisedAt);
  const leftMs = at.getTime() - nowMs;
  const tone: Tone = leftMs < 0 ? "alarm" : leftMs < SOON_MS ? "late" : "plain";
  return <Badge tone={tone}>{t("road-promised", { time: clockTime(language, at) })}</Badge>;
}
