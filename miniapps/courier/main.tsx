import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import { meQuery } from "./app/use-me";

await startApp(<App />, async ({ session, me }, queries) => {
  if (me.courierId) await queries.prefetchQuery(meQuery(session.api));
});
