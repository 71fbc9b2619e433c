import type { CourierView } from "#shared/contracts/courier";
import { ChatScreen } from "../features/chat/ChatScreen";
import { DayScreen } from "../features/day/DayScreen";
import { HistoryScreen } from "../features/day/HistoryScreen";
import { OfferSheet } from "../features/offers/OfferSheet";
import { PanicScreen } from "../features/panic/PanicScreen";
import { UnsentScreen } from "../features/queue/UnsentScreen";
import { PermissionsScreen } from "../features/shift/PermissionsScreen";
import { PlaceScreen } from "../features/shift/PlaceScreen";
import { WorkScreen } from "../features/shift/WorkScreen";
import { FailScreen } from "../features/trip/FailScreen";
import { HandOverScreen } from "../features/trip/HandOverScreen";
import { ReleaseScreen } from "../features/trip/ReleaseScreen";
import { TripScreen } from "../features/trip/TripScreen";
import { useNavigation } from "./navigation";
import { TabBar } from "./TabBar";
import { useCourierNews } from "./use-courier-news";

/** The page that is open, the tabs below it, and above everything an offer when there is one. */
export function CourierRoom({ me }: { me: CourierView }) {
  const { route } = useNavigation();
  useCourierNews(me.id, () => {});
  const isTab = route.at === "work" || route.at === "trip" || route.at === "day";
  return (
    <>
      <Page me={me} />
      {isTab && <TabBar />}
      <OfferSheet />
    </>
  );
}

function Page({ me }: { me: CourierView }) {
  const { route } = useNavigation();
  switch (route.at) {
    case "work":
      return <WorkScreen me={me} />;
    case "trip":
      return <TripScreen />;
    case "day":
      return <DayScreen cashLimitMinor={me.cashLimitMinor} />;
    case "hand-over":
      return <HandOverScreen deliveryId={route.deliveryId} />;
    case "fail":
      return <FailScreen deliveryId={route.deliveryId} />;
    case "release":
      return <ReleaseScreen deliveryId={route.deliveryId} />;
    case "chat":
      return <ChatScreen orderId={route.orderId} orderCode={route.orderCode} to={route.to} />;
    case "permissions":
      return <PermissionsScreen />;
    case "place":
      return <PlaceScreen />;
    case "history":
      return <HistoryScreen />;
    case "unsent":
      return <UnsentScreen />;
    case "panic":
      return <PanicScreen />;
  }
}
