import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { Language } from "#shared/kernel/language";
import { Notification } from "./notifications";
import { View } from "./views";

/** What one person hears of one urgency: it goes out one after the other, as fast as their chat takes it. */
export const Line = z.object({ recipientId: Id, urgency: z.int().min(0).max(3) });
export type Line = z.infer<typeof Line>;

/** A bot asks for work: the most urgent notifications of this bot that are due. */
export const Claim = z.object({
  limit: z.int().min(1).max(50).default(10),
  /** At most so many of one line: what waits for its chat would stand in the way of others. */
  perLine: z.int().min(1).max(50).default(50),
  /** Lines of which the asker has enough in hand: nothing of these. */
  without: z.array(Line).max(50).default([]),
});
export type Claim = z.infer<typeof Claim>;

/** Telegram's number of a message in a chat. */
export const MessageId = z.int().min(1);

/** Something to be said now, leased to whoever claimed it. Report a receipt with the same `leaseId`. */
export const ClaimedNotification = z.object({
  id: Id,
  leaseId: Id,
  recipientId: Id,
  /** Telegram's id of the private chat, which is that of the person. */
  chatId: z.int(),
  language: Language,
  /** In the recipient's quiet hours: nothing but an alert may sound. */
  quiet: z.boolean(),
  notification: Notification,
  version: z.int(),
  /** Its subject as it is now, not as it was when the notification was written. */
  view: View,
  /** Business time of the view: the seconds that are left count from here. */
  viewedAt: z.iso.datetime(),
  /** Edit this message; null: send a new one (a `closing` with null has nothing to close: report it sent without). */
  editMessageId: MessageId.nullable(),
  /** Delete this message once the new one is out: the ring before this one. */
  deleteMessageId: MessageId.nullable(),
  dueAt: z.iso.datetime(),
});
export type ClaimedNotification = z.infer<typeof ClaimedNotification>;

export const Claimed = z.object({
  notifications: z.array(ClaimedNotification),
  /** There was more than could be looked through: ask again at once. */
  more: z.boolean(),
  /** Machine time; a receipt after it may be refused, because somebody else has it. */
  leasedUntil: z.iso.datetime(),
});
export type Claimed = z.infer<typeof Claimed>;

/** Leases that the asker still works on. */
export const KeepLeases = z.object({ leaseIds: z.array(Id).min(1).max(50) });
export type KeepLeases = z.infer<typeof KeepLeases>;
export const KeptLeases = Claimed.pick({ leasedUntil: true });
export type KeptLeases = z.infer<typeof KeptLeases>;

/** Why a message can never be delivered. The first three make the person unreachable by this bot. */
export const DeadReason = z.enum(["blocked", "deactivated", "chat_not_found", "rejected", "gave_up"]);
export type DeadReason = z.infer<typeof DeadReason>;

/** What became of a claimed notification. */
export const Receipt = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("sent"), leaseId: Id, messageId: MessageId.nullable() }),
  z.object({
    outcome: z.literal("retry"),
    leaseId: Id,
    afterSeconds: z.number().min(0).max(3_600),
    /** A call went out and its answer was lost: it may stand in the chat. */
    maybeShown: z.boolean().default(false),
  }),
  z.object({ outcome: z.literal("dead"), leaseId: Id, reason: DeadReason }),
]);
export type Receipt = z.infer<typeof Receipt>;

export const NotificationRef = z.object({ id: Id });
/** `skipped`: nobody was told on purpose, because it was over before anybody could be. */
export const NotificationState = z.enum(["due", "sent", "acknowledged", "dead", "skipped"]);
export const Receipted = z.object({ id: Id, state: NotificationState });
export type Receipted = z.infer<typeof Receipted>;

/** As many as one claim gives out. */
export const RECEIPTS_MAX = 50;
/** What became of several, each judged by itself. */
export const Receipts = z.object({
  receipts: z
    .array(z.object({ id: Id, receipt: Receipt }))
    .min(1)
    .max(RECEIPTS_MAX),
});
export type Receipts = z.infer<typeof Receipts>;
/** `state` null: nothing was changed, because it is not known here, or somebody else has it by now. */
export const ReceiptedAll = z.object({
  receipted: z.array(z.object({ id: Id, state: NotificationState.nullable() })),
});
export type ReceiptedAll = z.infer<typeof ReceiptedAll>;

/** What a person was told, newest first. */
export const InboxItem = z.object({
  id: Id,
  notification: Notification,
  state: NotificationState,
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime().nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;
export const InboxQuery = z.object({
  unread: z.enum(["true", "false"]).default("false"),
  /** `createdAt` of the last one seen. */
  before: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type InboxQuery = z.infer<typeof InboxQuery>;
export const Inbox = z.object({ items: z.array(InboxItem), unread: z.int() });
export type Inbox = z.infer<typeof Inbox>;
export const MarkRead = z.object({ ids: z.array(Id).min(1).max(100) });
export const MarkedRead = z.object({ marked: z.int() });

/** A notification that could not be delivered, for those who answer for it. */
export const DeadNotification = z.object({
  id: Id,
  recipientId: Id,
  botId: Id,
  kind: z.string(),
  subjectId: Id,
  reason: z.string(),
  createdAt: z.iso.datetime(),
});
export const DeadNotifications = z.object({ dead: z.array(DeadNotification) });
export type DeadNotifications = z.infer<typeof DeadNotifications>;
