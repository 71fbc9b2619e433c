import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { BoardView } from "#shared/contracts/board";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useLiveBoard } from "./live-board";

/** Gives an order to the courier it was dropped on, unless somebody else was faster than what this screen shows. */
export function useDropAssign(board: BoardView) {
  const { session } = useSigned();
  const { touch } = useLiveBoard();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: ({ orderId, courierId }: { orderId: string; courierId: string }) => {
      const delivery = board.orders.find(({ id }) => id === orderId)?.delivery;
      if (!delivery) return Promise.resolve(null);
      const body = { courierId, insteadOf: delivery.courierId };
      return ask(session.api.deliveries({ id: delivery.id }).assign.post(body));
    },
    onSettled: (_data, _error, { orderId, courierId }) => {
      touch({ orderId, courierId });
      void queries.invalidateQueries({ queryKey: ["order", orderId] });
    },
  });
  // The rows are drawn again only when what they show changes, so what they are given stays the same.
  const { mutate } = give;
  const assign = useCallback((orderId: string, courierId: string) => mutate({ orderId, courierId }), [mutate]);
  return { assign, error: give.error };
}
