import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { OrderView } from "#shared/contracts/order";
import type { OrderPosition } from "#shared/contracts/position";
import type { Api } from "../../../kit/api";
import { useConnected, useFollowed, useLive } from "../../../kit/live";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";

/** How often the courier's place is asked for while he carries the order and nothing can be heard. */
const POSITION_EVERY_MS = 2_000;
/** A net below what is heard. */
const HEARD_POSITION_EVERY_MS = 30_000;
/** The estimate moves with time as well as with events. */
const ETA_EVERY_MS = 30_000;

export const orderQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ["order", id], queryFn: () => ask(api.orders({ id }).get()) });

/** The order, kept fresh by what happens to it. */
export function useOrder(id: string) {
  const { api } = useSigned().session;
  const order = useQuery(orderQuery(api, id));
  const both = [
    ["order", id],
    ["eta", id],
  ];
  useLive(order.data ? [`order:${id}`] : [], { "order.changed": both, "delivery.changed": both });
  return order;
}

export function useEta({ id, closedAt, fulfilment }: OrderView) {
  const { api } = useSigned().session;
  return useQuery({
    queryKey: ["eta", id],
    queryFn: () => ask(api.orders({ id }).eta.get()),
    enabled: closedAt === null && fulfilment === "delivery",
    refetchInterval: ETA_EVERY_MS,
  });
}

/**
 * Where the order is: heard as the courier moves, and asked for as often where nothing can be heard. Told only while the
 * order is carried.
 */
export function usePosition({ id, delivery }: OrderView) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const isHeard = useConnected() === "online";
  const isCarried = delivery?.status === "picked_up" || delivery?.status === "at_dropoff";
  const position = useQuery({
    queryKey: ["position", id],
    queryFn: () => ask(api.orders({ id }).position.get()),
    enabled: isCarried,
    refetchInterval: isHeard ? HEARD_POSITION_EVERY_MS : POSITION_EVERY_MS,
  });
  useFollowed(
    id,
    useCallback((place: OrderPosition) => queries.setQueryData(["position", id], place), [queries, id]),
  );
  return isCarried ? (position.data?.position ?? null) : null;
}
