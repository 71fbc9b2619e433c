import { useEffect } from "react";
import type { AlertView } from "#shared/contracts/alert";
import type { BoardView } from "#shared/contracts/board";
import { useTexts } from "../../kit/texts";
import { AlertRow } from "./AlertRow";
import { ringUntilStopped } from "./alarm-sound";
import { SoundButton } from "./SoundButton";
import { useSound } from "./use-sound";

type Props = { board: BoardView; alerts: readonly AlertView[]; onOpen: (alert: AlertView) => void };

/** What rings, the newest first, above everything else. It sounds until somebody takes the last one. */
export function AlertStrip({ board, alerts, onOpen }: Props) {
  const { t } = useTexts();
  const [isAllowed, allow] = useSound();
  const isRinging = alerts.length > 0;
  useEffect(() => (isRinging && isAllowed ? ringUntilStopped() : undefined), [isRinging, isAllowed]);
  if (!isRinging) return null;
  return (
    <section className="alerts" aria-label={t("dispatch-alerts")}>
      {!isAllowed && <SoundButton onAllow={allow} />}
      <div aria-live="assertive">
        <ul>
          {alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} board={board} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </section>
  );
}
