import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardView } from "#shared/contracts/board";
import type { DeliveryView } from "#shared/contracts/delivery";
import { businessNowMs } from "../../kit/business-time";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Loading, Refused } from "../../kit/ui/States";
import { useLiveBoard } from "../board/live-board";
import { CandidateRow } from "./CandidateRow";
import { candidatesQuery } from "./drawer-queries";
import { rankByHand } from "./rank-by-hand";

/** Shown before "all of them". */
const FEW = 6;

type Props = { board: BoardView; delivery: DeliveryView; onDone: () => void };

/** The couriers for one delivery, best first, with the reasons; what another dispatcher does meanwhile is told. */
export function AssignPanel({ board, delivery, onDone }: Props) {
  const { t } = useTexts();
  const { session } = useSigned();
  const { positions } = useLiveBoard();
  const isOpen = delivery.status === "waiting" || delivery.status === "offered";
  const ranked = useQuery({ ...candidatesQuery(session.api, delivery.id), enabled: isOpen });
  const [showsAll, setShowsAll] = useState(false);
  const holder = delivery.courier?.id ?? null;
  // Whoever had it when this person began to choose: if that changes, they must look again before it is overwritten.
  const [seenHolder, setSeenHolder] = useState(holder);
  const at = session.api.deliveries({ id: delivery.id });
  const act = useMutation({
    mutationFn: (run: () => Promise<DeliveryView>) => run(),
    onSuccess: ({ courier }) => setSeenHolder(courier?.id ?? null),
    onSettled: onDone,
  });

  const byHand = () => rankByHand(board.couriers, delivery, positions.of, businessNowMs());
  const candidates = isOpen ? ranked.data : byHand();
  if (ranked.isPending && isOpen) return <Loading rows={2} />;
  if (holder !== null && holder !== seenHolder && !act.isPending)
    return (
      <div className="notice" role="alert">
        <p>{t("dispatch-taken-meanwhile", { name: delivery.courier?.firstName ?? "" })}</p>
        <Button onPress={() => setSeenHolder(holder)}>{t("dispatch-choose-anyway")}</Button>
      </div>
    );
  const shown = showsAll ? (candidates ?? []) : (candidates ?? []).slice(0, FEW);
  return (
    <div className="assign">
      <Refused problem={act.error ?? ranked.error} />
      {candidates?.length === 0 && <p className="hint">{t("dispatch-nobody-rides")}</p>}
      <ol className="candidates">
        {shown.map((candidate) => (
          <CandidateRow
            key={candidate.courierId}
            candidate={candidate}
            isPinned={delivery.pinnedCourierId === candidate.courierId}
            canSteer={isOpen}
            isBusy={act.isPending}
            onAssign={() =>
              act.mutate(() => ask(at.assign.post({ courierId: candidate.courierId, insteadOf: holder })))
            }
            onPin={(courierId) => act.mutate(() => ask(at["pinned-courier"].put({ courierId })))}
            onForbid={(forbidden) =>
              act.mutate(() => ask(at["forbidden-courier"].put({ courierId: candidate.courierId, forbidden })))
            }
          />
        ))}
      </ol>
      {(candidates?.length ?? 0) > FEW && (
        <Button wide onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t("dispatch-show-fewer") : t("dispatch-show-all", { count: candidates?.length ?? 0 })}
        </Button>
      )}
      {isOpen && (
        <div className="drawer-actions">
          <Button busy={act.isPending} onPress={() => act.mutate(() => ask(at.broadcast.post()))}>
            {t("dispatch-broadcast")}
          </Button>
          <Button
            busy={act.isPending}
            onPress={() => act.mutate(() => ask(at["keep-apart"].put({ keepApart: !delivery.keepApart })))}
          >
            {delivery.keepApart ? t("dispatch-may-share") : t("dispatch-keep-apart")}
          </Button>
        </div>
      )}
    </div>
  );
}
