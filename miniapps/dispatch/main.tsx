import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import { boardQuery } from "./board/board-queries";

await startApp(<App />, async ({ session, me }, queries) => {
  if (me.permissions.includes("board.see")) await queries.prefetchQuery(boardQuery(session.api));
});
