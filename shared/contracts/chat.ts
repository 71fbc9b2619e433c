import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { plainText } from "#shared/kernel/text";
import { ChatCard } from "./views";

/** Telegram's own limit for a message, less room for who wrote it. */
export const MESSAGE_MAX = 3_800;

/** Whom somebody writes to. The staff is one address: whoever is on shift reads it. */
export const ChatPartner = z.enum(["customer", "courier", "staff"]);
export type ChatPartner = z.infer<typeof ChatPartner>;

/** `replyTo` finds the other side again where there is no order; text or a file, or both. */
export const NewMessage = z
  .object({
    to: ChatPartner,
    orderId: Id.nullish(),
    replyTo: Id.nullish(),
    text: plainText(MESSAGE_MAX).nullish(),
    mediaId: Id.nullish(),
  })
  .refine(({ text, mediaId }) => text || mediaId, "says nothing");
export type NewMessage = z.infer<typeof NewMessage>;

export const ChatHistory = z.object({ messages: z.array(ChatCard) });
