import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../kit/api";
import { ask } from "../../kit/session";

export const orderQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ["order", id], queryFn: () => ask(api.orders({ id }).get()) });

/** Below its order's key, so that whatever happens to the order brings both anew. */
export const deliveryQuery = (api: Api, orderId: string, id: string) =>
  queryOptions({ queryKey: ["order", orderId, "delivery", id], queryFn: () => ask(api.deliveries({ id }).get()) });

export const messagesQuery = (api: Api, orderId: string) =>
  queryOptions({
    queryKey: ["messages", orderId],
    queryFn: async () => (await ask(api.orders({ id: orderId }).messages.get())).messages,
  });

/** Who could be sent, best first, as the house ranks them; null once somebody has it. */
export const candidatesQuery = (api: Api, deliveryId: string) =>
  queryOptions({
    queryKey: ["candidates", deliveryId],
    queryFn: async () =>
      (await ask(api.dispatch.waiting.get({ query: { deliveryId } }))).deliveries[0]?.candidates ?? null,
  });
