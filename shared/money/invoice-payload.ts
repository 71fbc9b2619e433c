import { Id } from "#shared/kernel/ids";

/** What an invoice carries through Telegram and back. Anybody may make one up: it is a pointer, never a right. */
const payload = (name: string) => ({
  pack: (orderId: Id): string => `${name}:${orderId}`,
  /** The order's id, or `null` when it is none of ours. */
  read: (text: string): Id | null => {
    const [first, id, ...rest] = text.split(":");
    return first === name && rest.length === 0 && Id.safeParse(id).success ? id! : null;
  },
});

export const orderPayload = payload("order");
export const tipPayload = payload("tip");
