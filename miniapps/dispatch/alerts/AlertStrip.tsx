import { useEffect } from "react";
import type { AlertView } from "#shared/contracts/alert";
import type { BoardView } from "#shared/contracts/board";
import { useTexts } from "../../kit/texts";
import { AlertRow } from "./AlertRow";
import { ringUntilStopped } from "./alarm-sound";

type Props = {
  board: BoardView;
  alerts: readonly AlertView[];
  mayRing: boolean;
  onOpen: (alert: AlertView) => void;
};

/** What rings, the newest first, above everything else. It sounds until somebody takes the last one. */
export function AlertStrip({ board, alerts, mayRing, onOpen }: Props) {
  const { t } = useTexts();
  const isRinging = alerts.length > 0;
  useEffect(() => (isRinging && mayRing ? ringUntilStopped() : undefined), [isRinging, mayRing]);
  if (!isRinging) return null;
  return (
    <section className="alerts" aria-label={t("dispatch-alerts")}>
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
