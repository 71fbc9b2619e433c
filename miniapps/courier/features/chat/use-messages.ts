import { useQuery } from "@tanstack/react-query";
import type { Id } from "#shared/kernel/ids";
import { useLive } from "../../../kit/live";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** What was written about an order by me and to me, oldest first. New words come by themselves. */
export function useMessages(orderId: Id | null) {
  const { api } = useSigned().session;
  useLive(orderId ? [`order:${orderId}`] : [], { "chat.message": [KEYS.messages(orderId)] });
  return useQuery({
    queryKey: KEYS.messages(orderId),
    queryFn: () => ask(api.orders({ id: orderId! }).messages.get()),
    enabled: orderId !== null,
  });
}
