import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import { wantedOrder } from "./app/wanted-order";
import { orderQuery } from "./features/order/queries";
import "./app/track.css";

await startApp(<App />, async ({ session, launch }, queries) => {
  const id = wantedOrder(location.search, launch.startParam);
  if (id) await queries.prefetchQuery(orderQuery(session.api, id));
});
