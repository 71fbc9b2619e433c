import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { EventFrame } from "#shared/contracts/events";
import { useRealtime } from "../../kit/live";
import { useSigned } from "../../kit/start-app";
import { askForChanges } from "./board-queries";
import { createGathering, type Gathering } from "./gather";
import { createPositionStore, type PositionStore } from "./position-store";

type LiveBoard = { positions: PositionStore; touch: Gathering["add"] };
const LiveBoardContext = createContext<LiveBoard | null>(null);

/** Where couriers are, and how to have something looked at anew. @throws Error outside of the board: a bug */
export function useLiveBoard(): LiveBoard {
  const board = useContext(LiveBoardContext);
  if (!board) throw new Error("no LiveBoardProvider above");
  return board;
}

/** Keeps the board as it is on the server while it is shown: changes by their events, positions as they come. */
export function LiveBoardProvider({ children }: { children: ReactNode }) {
  const { session, me } = useSigned();
  const realtime = useRealtime();
  const queries = useQueryClient();
  const [board] = useState(() => {
    const gathering = createGathering((gathered) => askForChanges(session.api, queries, gathered));
    return { gathering, positions: createPositionStore(requestAnimationFrame), touch: gathering.add };
  });

  useEffect(() => {
    const refresh = (...keys: unknown[][]) => {
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    };
    const hear = ({ kind, body }: EventFrame) => {
      board.touch({ ...body, alerts: kind === "alert.changed" });
      if (kind === "branch.changed") refresh(["board"]);
      if (kind === "menu.changed") refresh(["menu", body.branchId]);
      if (kind === "chat.message") refresh(["messages", body.orderId]);
      if (body.orderId) refresh(["order", body.orderId], ["candidates"]);
      if (body.courierId) refresh(["candidates"]);
    };
    const stop = realtime.listen({
      topics: [`board:${me.organisationId}`],
      hear,
      gap: () => refresh(["board"], ["order"], ["messages"], ["candidates"]),
      moved: board.positions.put,
    });
    return () => {
      stop();
      board.gathering.stop();
    };
  }, [realtime, queries, board, me.organisationId]);

  return <LiveBoardContext value={board}>{children}</LiveBoardContext>;
}
