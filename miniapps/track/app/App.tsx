import { useState } from "react";
import { useSigned } from "../../kit/start-app";
import { CancelPage } from "../features/cancel/CancelPage";
import { ChatPage } from "../features/chat/ChatPage";
import type { ChatWith } from "../features/chat/queries";
import { OrderPage } from "../features/order/OrderPage";
import { OrdersPage } from "../features/orders/OrdersPage";
import { wantedOrder } from "./wanted-order";

type Place =
  | { page: "orders" }
  | { page: "order" | "cancel"; id: string }
  | { page: "chat"; id: string; with: ChatWith };

/** The order that was asked for; without one, all of mine. */
export function App() {
  const { launch } = useSigned();
  const [first] = useState(() => wantedOrder(location.search, launch.startParam));
  const [place, go] = useState<Place>(first ? { page: "order", id: first } : { page: "orders" });
  if (place.page === "orders") return <OrdersPage onChoose={(id) => go({ page: "order", id })} />;

  const { id } = place;
  const back = () => go({ page: "order", id });
  if (place.page === "chat") return <ChatPage orderId={id} partner={place.with} onBack={back} />;
  if (place.page === "cancel") return <CancelPage orderId={id} onDone={back} />;
  return (
    <OrderPage
      orderId={id}
      onBack={first ? undefined : () => go({ page: "orders" })}
      onChat={(partner) => go({ page: "chat", id, with: partner })}
      onCancel={() => go({ page: "cancel", id })}
    />
  );
}
