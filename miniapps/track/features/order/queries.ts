import { useQuery } from "@tanstack/react-query";
import type { OrderView } from "#shared/contracts/order";
import { useLive } from "../../../kit/live";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";

/** How often the courier's place is asked for while he carries the order. */
const POSITION_EVERY_MS = 2_000;
/** The estimate moves with time as well as with events. */
const ETA_EVERY_MS = 30_000;

/** The order, kept fresh by what happens to it. */
export function useOrder(id: string) {
  const { api } = useSigned().session;
  const order = useQuery({ queryKey: ["order", id], queryFn: () => ask(api.orders({ id }).get()) });
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

/** Where the order is; asked for only while it is carried, and answered only then. */
export function usePosition({ id, delivery }: OrderView) {
  const { api } = useSigned().session;
  const isCarried = delivery?.status === "picked_up" || delivery?.status === "at_dropoff";
  const position = useQuery({
    queryKey: ["position", id],
    queryFn: () => ask(api.orders({ id }).position.get()),
    enabled: isCarried,
    refetchInterval: POSITION_EVERY_MS,
  });
  return isCarried ? (position.data?.position ?? null) : null;
}
