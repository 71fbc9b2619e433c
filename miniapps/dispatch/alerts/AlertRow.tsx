import { useMutation } from "@tanstack/react-query";
import type { AlertView } from "#shared/contracts/alert";
import type { BoardView } from "#shared/contracts/board";
import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";
import { Refused } from "../../kit/ui/States";
import { useLiveBoard } from "../board/live-board";
import { alertSubject } from "./alert-subject";

type Props = { alert: AlertView; board: BoardView; onOpen: (alert: AlertView) => void };

/** One alert: what is wrong, with whom, since when; "I take it" silences it for everybody. */
export function AlertRow({ alert, board, onOpen }: Props) {
  const { t, language } = useTexts();
  const { session } = useSigned();
  const { touch } = useLiveBoard();
  const take = useMutation({
    mutationFn: () => ask(session.api.alerts({ id: alert.id }).acknowledge.post()),
    onSettled: () => touch({ alerts: true }),
  });
  const { order, courier } = alertSubject(alert, board);
  const acknowledge = () => {
    take.mutate();
    if (order || courier) onOpen(alert);
  };
  return (
    <li className="alert-row">
      <Icon name={alert.kind === "courier_panic" ? "warning" : "bell"} size={20} />
      <button type="button" className="alert-what" disabled={!order && !courier} onClick={() => onOpen(alert)}>
        <b>{t(`alert-${alert.kind.replaceAll("_", "-")}`)}</b>
        <span>
          {[order?.code, courier?.firstName, moment(language, new Date(alert.openedAt), businessNowMs())]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </button>
      <Refused problem={take.error} />
      <Button look="primary" busy={take.isPending} onPress={acknowledge}>
        {t("dispatch-take-alert")}
      </Button>
    </li>
  );
}
