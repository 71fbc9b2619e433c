import { fromShortId, type Id, toShortId } from "#shared/kernel/ids";

/** From a group into the private chat, where names and doors may be seen. A pointer, never a right. */
export const alertLink = {
  of: (botUsername: string, alertId: Id): string => `https://t.me/${botUsername}?start=a-${toShortId(alertId)}`,
  /** The alert that `/start` was sent with; `null` when the parameter is none of ours. */
  read: (parameter: string): Id | null => {
    const match = /^a-([\w-]{22})$/.exec(parameter);
    return match && fromShortId(match[1]!);
  },
};
