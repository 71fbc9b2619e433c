import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLive } from "../../../kit/live";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";

export type ChatWith = "courier" | "staff";

/** What was written about the order, by everybody who may write to its customer. */
export function useMessages(orderId: string) {
  const { api } = useSigned().session;
  const queryKey = ["messages", orderId];
  useLive([`order:${orderId}`], { "chat.message": [queryKey] });
  return useQuery({ queryKey, queryFn: () => ask(api.orders({ id: orderId }).messages.get()) });
}

/** `key` is made when the text is written, so that a second tap or try says it once. */
export type Draft = { to: ChatWith; text: string; key: string };

export function useSend(orderId: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ to, text, key }: Draft) =>
      ask(api.messages.post({ to, orderId, text }, { headers: { "x-idempotency-key": key } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["messages", orderId] }),
  });
}
