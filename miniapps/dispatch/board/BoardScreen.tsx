import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { AlertView } from "#shared/contracts/alert";
import type { BoardView } from "#shared/contracts/board";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Refused } from "../../kit/ui/States";
import { AlertStrip } from "../alerts/AlertStrip";
import { alertSubject } from "../alerts/alert-subject";
import { useSound } from "../alerts/use-sound";
import { type Place, usePlace } from "../app/use-place";
import { BranchPanel } from "../branches/BranchPanel";
import { CourierList } from "../couriers/CourierList";
import { OrderDrawer } from "../drawer/OrderDrawer";
import { BoardMap } from "../map/BoardMap";
import { useWide } from "../ui/use-wide";
import { boardQuery } from "./board-queries";
import { Columns } from "./Columns";
import { TabBar } from "./TabBar";
import { TopBar } from "./TopBar";
import { useDropAssign } from "./use-drop-assign";

/** What a dispatcher has before them all day. */
export function BoardScreen() {
  const { session } = useSigned();
  const board = useQuery(boardQuery(session.api));
  return <Query query={board}>{(data) => <Board board={data} />}</Query>;
}

function Board({ board }: { board: BoardView }) {
  const { t } = useTexts();
  const [place, go] = usePlace();
  const [showsBranches, setShowsBranches] = useState(false);
  const [mayRing, allowSound] = useSound();
  const isWide = useWide();
  const { branch, order, courier, tab, q } = place;
  const filter = useMemo(() => ({ branchId: branch, text: q }), [branch, q]);
  const alerts = useMemo(
    () => board.alerts.filter(({ branchId }) => !branch || !branchId || branchId === branch),
    [board.alerts, branch],
  );
  const openOrder = useCallback((orderId: string) => go({ order: orderId }), [go]);
  const openCourier = useCallback((courierId: string) => go({ courier: courierId }), [go]);
  const openAlert = useCallback(
    (alert: AlertView) => {
      const subject = alertSubject(alert, board);
      go({ order: subject.order?.id ?? null, courier: subject.courier?.id ?? null });
    },
    [go, board],
  );
  const drop = useDropAssign(board);
  const shows = (part: Place["tab"]) => isWide || tab === part;

  return (
    <div className={order ? "board with-drawer" : "board"}>
      <TopBar
        board={board}
        place={place}
        go={go}
        onSound={mayRing ? null : allowSound}
        onBranches={() => setShowsBranches(true)}
      />
      <AlertStrip board={board} alerts={alerts} mayRing={mayRing} onOpen={openAlert} />
      <Refused problem={drop.error} />
      <main className="board-body" aria-label={t("dispatch-board")}>
        {shows("orders") && <Columns board={board} filter={filter} selected={order} onOpen={openOrder} />}
        <div className="side" hidden={!isWide && tab !== "map" && tab !== "couriers"}>
          {shows("map") && (
            <BoardMap
              board={board}
              branchId={branch}
              selectedOrder={order}
              selectedCourier={courier}
              onOrder={openOrder}
              onCourier={openCourier}
            />
          )}
          {shows("couriers") && (
            <CourierList
              couriers={board.couriers}
              text={q}
              selected={courier}
              onOpen={openCourier}
              onDrop={drop.assign}
            />
          )}
        </div>
      </main>
      {order && <OrderDrawer board={board} orderId={order} onClose={() => go({ order: null })} />}
      {!isWide && <TabBar tab={tab} onTab={(next) => go({ tab: next })} />}
      {showsBranches && <BranchPanel board={board} branchId={branch} onClose={() => setShowsBranches(false)} />}
    </div>
  );
}
