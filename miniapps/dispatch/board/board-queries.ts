import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { BoardView } from "#shared/contracts/board";
import type { Api } from "../../kit/api";
import { ask } from "../../kit/session";
import type { Gathered } from "./gather";
import { patchBoard } from "./patch-board";

/** As `BOARD_IDS_MAX` of the contract: more is loaded faster anew. */
const NAMED_MAX = 60;
const ALERTS_MAX = 200;
/** A net below the events: what they should have told is found by then. */
const LOOK_AGAIN_MS = 60_000;

export const boardQuery = (api: Api) =>
  queryOptions({
    queryKey: ["board"],
    queryFn: (): Promise<BoardView> => ask(api.board.get()),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** Asks for what events named and puts it where it belongs. */
export async function askForChanges(api: Api, queries: QueryClient, gathered: Gathered): Promise<void> {
  const { orders, couriers, alerts } = gathered;
  const { queryKey } = boardQuery(api);
  if (orders.size > NAMED_MAX || couriers.size > NAMED_MAX) return queries.invalidateQueries({ queryKey });
  try {
    const [part, ringing] = await Promise.all([
      orders.size + couriers.size > 0 &&
        ask(api.board.changes.get({ query: { orders: [...orders].join("."), couriers: [...couriers].join(".") } })),
      alerts && ask(api.alerts.get({ query: { state: "ringing", limit: ALERTS_MAX } })),
    ]);
    queries.setQueryData(queryKey, (board) => {
      if (!board) return board;
      const patched = part ? patchBoard(board, gathered, part) : board;
      return ringing ? { ...patched, alerts: ringing.alerts } : patched;
    });
  } catch {
    await queries.invalidateQueries({ queryKey }); // it tells what is wrong, and tries again
  }
}
