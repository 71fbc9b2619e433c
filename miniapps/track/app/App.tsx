import { useState } from "react";
import { useLater } from "../../kit/load-later";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Loading } from "../../kit/ui/States";
import type { ChatWith } from "../features/chat/queries";
import { OrderPage } from "../features/order/OrderPage";
import { OrdersPage } from "../features/orders/OrdersPage";
import { wantedOrder } from "./wanted-order";

const loadPages = () => import("./pages-later");

type Place =
  | { page: "orders" }
  | { page: "order" | "cancel"; id: string }
  | { page: "chat"; id: string; with: ChatWith };

/** The order that was asked for; without one, all of mine. */
export function App() {
  const { t } = useTexts();
  const { launch } = useSigned();
  const pages = useLater(loadPages);
  const [first] = useState(() => wantedOrder(location.search, launch.startParam));
  const [place, go] = useState<Place>(first ? { page: "order", id: first } : { page: "orders" });
  if (place.page === "orders") return <OrdersPage onChoose={(id) => go({ page: "order", id })} />;

  const { id } = place;
  const back = () => go({ page: "order", id });
  if (place.page !== "order" && !pages)
    return (
      <Screen title={t("ui-title-track")} onBack={back}>
        <Loading />
      </Screen>
    );
  if (pages && place.page === "chat") return <pages.ChatPage orderId={id} partner={place.with} onBack={back} />;
  if (pages && place.page === "cancel") return <pages.CancelPage orderId={id} onDone={back} />;
  return (
    <OrderPage
      orderId={id}
      onBack={first ? undefined : () => go({ page: "orders" })}
      onChat={(partner) => go({ page: "chat", id, with: partner })}
      onCancel={() => go({ page: "cancel", id })}
    />
  );
}
