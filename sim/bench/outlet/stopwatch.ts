import { NOTIFICATION_KINDS, type NotificationKind, subjectOf } from "#shared/contracts/notifications";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import { quantile } from "../dispatch/statistics";

/** From the commit that made something worth saying to the call of the Bot API, in milliseconds by urgency. */
export type Stopwatch = {
  committed(kind: NotificationKind, subjectId: Id): void;
  sent(claim: ClaimedNotification): void;
  /** The delays so far, and a clean sheet. */
  take(): { urgent: number[]; cards: number[] };
  open(): number;
};

/** A card that is overtaken by its next version counts from the first commit that has not been shown. */
export function createStopwatch(): Stopwatch {
  const waiting = new Map<string, number>();
  let delays = { urgent: [] as number[], cards: [] as number[] };
  const keyOf = (kind: string, subjectId: Id) => `${kind}:${subjectId}`;
  return {
    committed: (kind, subjectId) => {
      const key = keyOf(kind, subjectId);
      if (!waiting.has(key)) waiting.set(key, performance.now());
    },
    sent: ({ notification }) => {
      const key = keyOf(notification.kind, subjectOf(notification));
      const since = waiting.get(key);
      if (since === undefined) return;
      waiting.delete(key);
      const urgent = NOTIFICATION_KINDS[notification.kind].urgency <= 1;
      (urgent ? delays.urgent : delays.cards).push(performance.now() - since);
    },
    take: () => {
      const taken = delays;
      delays = { urgent: [], cards: [] };
      waiting.clear();
      return taken;
    },
    open: () => waiting.size,
  };
}

export const p99 = (values: readonly number[]): number => Math.round(quantile(values, 0.99));
export const p50 = (values: readonly number[]): number => Math.round(quantile(values, 0.5));
