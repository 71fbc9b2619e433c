import { NOTIFICATION_KINDS, type NotificationKind, threadOf } from "#shared/contracts/notifications";

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

/** Kinds that end a thread: nothing of it needs to be said any more. */
export const CLOSING_KINDS = KINDS.filter((kind) => NOTIFICATION_KINDS[kind].manner === "closing");

/**
 * Kinds whose notifications about one subject are one thing in the chat, of which only the newest counts: cards, rings,
 * and what a closing ends. Every other notification stands for itself.
 */
export const THREADED_KINDS = KINDS.filter(
  (kind) =>
    NOTIFICATION_KINDS[kind].manner !== "message" || CLOSING_KINDS.some((closing) => threadOf(closing) === kind),
);

/** The kinds that belong to a thread, its own among them. */
export const kindsOfThread = (thread: NotificationKind): NotificationKind[] =>
  THREADED_KINDS.filter((kind) => threadOf(kind) === thread);

/** Whether the message in the chat must be found again: to be edited, deleted or closed. */
export const isThreaded = (kind: NotificationKind): boolean => THREADED_KINDS.includes(kind);
