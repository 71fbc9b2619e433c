import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { BoardScreen } from "../board/BoardScreen";
import { LiveBoardProvider } from "../board/live-board";
import { KitchenScreen } from "../kitchen/KitchenScreen";
import { usePlace } from "./use-place";
import "../board/board.css";
import "../alerts/alerts.css";
import "../board/cards.css";
import "../couriers/couriers.css";
import "../board/narrow.css";
import "../drawer/drawer.css";
import "../kitchen/kitchen.css";

/** The board for dispatchers, the kitchen's slips for whoever cooks; one may look at the other when the role allows it. */
export function App() {
  const { t } = useTexts();
  const { me } = useSigned();
  const [{ view }, go] = usePlace();
  const maySeeBoard = me.permissions.includes("board.see");
  if (maySeeBoard && view === "board")
    return (
      <LiveBoardProvider>
        <BoardScreen />
      </LiveBoardProvider>
    );
  if (me.permissions.includes("kitchen.see"))
    return <KitchenScreen onBoard={maySeeBoard ? () => go({ view: "board" }) : null} />;
  return (
    <Screen title={t("ui-title-dispatch")}>
      <Empty icon="lock" text={t("dispatch-not-for-you")} />
    </Screen>
  );
}
