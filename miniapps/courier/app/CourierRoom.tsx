import { useCallback } from "react";
import type { CourierView } from "#shared/contracts/courier";
import { useLater } from "../../kit/load-later";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Loading } from "../../kit/ui/States";
import { WorkScreen } from "../features/shift/WorkScreen";
import { loadPages } from "./load-pages";
import { useNavigation } from "./navigation";
import type * as Pages from "./pages-later";
import { TabBar } from "./TabBar";
import { useCourierNews } from "./use-courier-news";

/** The page that is open, the tabs below it, and above everything an offer when there is one. */
export function CourierRoom({ me }: { me: CourierView }) {
  const { route } = useNavigation();
  const { loadRest } = useTexts();
  const pages = useLater(useCallback(() => loadPages(loadRest), [loadRest]));
  useCourierNews(me.id);
  const isTab = route.at === "work" || route.at === "trip" || route.at === "day";
  return (
    <>
      {route.at === "work" ? (
        <WorkScreen me={me} pages={pages} />
      ) : pages ? (
        <Page me={me} pages={pages} />
      ) : (
        <OnItsWay />
      )}
      {isTab && <TabBar />}
      {pages && <pages.OfferSheet />}
    </>
  );
}

function OnItsWay() {
  const { t } = useTexts();
  return (
    <Screen title={t("ui-title-courier")}>
      <Loading />
    </Screen>
  );
}

function Page({ me, pages }: { me: CourierView; pages: typeof Pages }) {
  const { route } = useNavigation();
  switch (route.at) {
    case "trip":
      return <pages.TripScreen />;
    case "day":
      return <pages.DayScreen cashLimitMinor={me.cashLimitMinor} />;
    case "hand-over":
      return <pages.HandOverScreen deliveryId={route.deliveryId} />;
    case "fail":
      return <pages.FailScreen deliveryId={route.deliveryId} />;
    case "release":
      return <pages.ReleaseScreen deliveryId={route.deliveryId} />;
    case "chat":
      return <pages.ChatScreen orderId={route.orderId} orderCode={route.orderCode} to={route.to} />;
    case "permissions":
      return <pages.PermissionsScreen />;
    case "place":
      return <pages.PlaceScreen />;
    case "history":
      return <pages.HistoryScreen />;
    case "unsent":
      return <pages.UnsentScreen />;
    case "panic":
      return <pages.PanicScreen />;
    case "work":
      return <WorkScreen me={me} pages={pages} />;
  }
}
