import { setTimeout as pause } from "node:timers/promises";
import { type Api, ask } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";
import type { Words } from "#bots/kit/words";
import { NOTIFICATION_KINDS, type NotificationKind, subjectOf, threadOf } from "#shared/contracts/notifications";
import type { ClaimedNotification, Line } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import type { Language } from "#shared/kernel/language";
import type { Milliseconds } from "#shared/kernel/units";
import { type DeliverOptions, deliver } from "./deliver";
import type { Outgoing, Renderer, Renderers } from "./outgoing";
import { createReceiptBook, type InHand } from "./receipt-book";
import type { RingMemory } from "./ring-memory";

/** How often the ledger is asked when nobody hints. Machine time. */
const POLL_MS: Milliseconds = 500;
/** Well within a lease, so that one try may fail. Machine time. */
const KEEP_MS: Milliseconds = 2_000;
/** Messages that may wait for the budget or for Telegram at once; the rest wait in the ledger, most urgent first. */
const IN_FLIGHT_MAX = 24;
/**
 * Of these so many for one person and urgency: what a chat takes at once. More would take the places of others, an
 * alert's among them, and would be old when their turn comes.
 */
const LINE_MAX = 4;
/** With more than this in hand a line is not asked for: one by one would cost more than sending. */
const LINE_ENOUGH = 2;
/** Claiming one by one would cost more than sending: a claim waits until it can take this many. */
const CLAIM_MIN = 6;

export type OutletOptions = Omit<DeliverOptions, "pause"> & {
  api: Api;
  log: Log;
  renderers: Renderers<never>;
  rings: RingMemory;
  wordsIn(language: Language): Words;
  /** A message is out; without an id when there was nothing to say. */
  onSent?: ((claim: ClaimedNotification, messageId: number | null) => void) | undefined;
};

export type Outlet = {
  /** The ledger has something, or Redis is back. */
  wake(): void;
  /** Takes no more, and waits for what is on its way. */
  stop(): Promise<void>;
};

/** What is in hand of one line: each goes when the one before it has landed. */
type Queue = { line: Line; last: Promise<void>; length: number };

const lineOf = ({ recipientId, notification }: ClaimedNotification): Line => ({
  recipientId,
  urgency: NOTIFICATION_KINDS[notification.kind].urgency,
});
const lineKey = (claim: ClaimedNotification): string => {
  const { recipientId, urgency } = lineOf(claim);
  return `${recipientId}:${urgency}`;
};

/** What is one message in the chat, of which only the newest counts; `null`: it stands for itself. */
const threadKey = ({ recipientId, notification }: ClaimedNotification): string | null =>
  NOTIFICATION_KINDS[notification.kind].manner === "message"
    ? null
    : `${recipientId}:${threadOf(notification.kind)}:${subjectOf(notification)}`;

/**
 * Says what the ledger wants said by one bot: claims the most urgent, renders it as it is now, sends it within Telegram's
 * limits and reports what became of it. A process that dies in between leaves a lease that runs out.
 */
export function startOutlet(options: OutletOptions): Outlet {
  const { api, log, rings } = options;
  const receipts = createReceiptBook({ api, log });
  const inFlight = new Set<Promise<void>>();
  const inHand = new Map<Id, InHand & { thread: string | null }>();
  const lines = new Map<string, Queue>();
  let stopping = false;
  let pumping: Promise<void> | null = null;
  let again = false;

  const wake = () => {
    again = true;
    if (!stopping)
      pumping ??= pump().finally(() => {
        pumping = null;
        if (again && !stopping) wake();
      });
  };
  const poll = setInterval(wake, POLL_MS);
  const keeping = setInterval(() => void keepLeases(), KEEP_MS);

  async function pump(): Promise<void> {
    while (again && !stopping && inFlight.size <= IN_FLIGHT_MAX - CLAIM_MIN) {
      again = false;
      const limit = IN_FLIGHT_MAX - inFlight.size;
      const without = [...lines.values()].filter(({ length }) => length > LINE_ENOUGH).map(({ line }) => line);
      const claim = { limit, perLine: LINE_MAX, without };
      const { notifications, more } = await ask(api.notifications.claim.post(claim)).catch((error: unknown) => {
        log.debug({ err: error }, "nothing could be claimed");
        return { notifications: [], more: false };
      });
      for (const one of notifications) begin(one);
      if (more) again = true;
    }
    if (inFlight.size > IN_FLIGHT_MAX - CLAIM_MIN) again = false; // whoever lands wakes us
  }

  /** While messages wait for their turn or for Telegram they stay ours; should this fail, somebody may take them over. */
  async function keepLeases(): Promise<void> {
    const leaseIds = [...new Set([...inHand.values()].map(({ leaseId }) => leaseId))];
    if (leaseIds.length === 0) return;
    await ask(api.notifications.leases.post({ leaseIds })).catch((error: unknown) =>
      log.debug({ err: error }, "what is in hand could not be kept"),
    );
  }

  function begin(claim: ClaimedNotification): void {
    const held = inHand.get(claim.id);
    if (held) {
      // Its lease ran out while the API was away, and it came back to us: it is being sent, or was, and is not said twice.
      held.leaseId = claim.leaseId;
      return;
    }
    const thread = threadKey(claim);
    // The one before it lost its lease in our hands: which message this one edits is known when that one has landed.
    const isEarly = thread !== null && [...inHand.values()].some((other) => other.thread === thread);
    inHand.set(claim.id, { id: claim.id, leaseId: claim.leaseId, thread });
    // What one person hears stays in order; an alert does not stand behind a card.
    const key = lineKey(claim);
    const queue = lines.get(key) ?? { line: lineOf(claim), last: Promise.resolve(), length: 0 };
    const flight = queue.last
      .then(() => (isEarly ? giveBack(claim) : handle(claim)))
      .catch((error: unknown) =>
        log.error({ err: error, kind: claim.notification.kind }, "a message could not be made"),
      )
      .finally(() => {
        inFlight.delete(flight);
        inHand.delete(claim.id);
        queue.length -= 1;
        if (queue.length === 0) lines.delete(key);
        if (queue.length <= LINE_ENOUGH) wake();
      });
    queue.last = flight;
    queue.length += 1;
    lines.set(key, queue);
    inFlight.add(flight);
  }

  const giveBack = ({ id, leaseId }: ClaimedNotification): Promise<void> =>
    receipts.give(inHand.get(id) ?? { id, leaseId }, { outcome: "retry", leaseId, afterSeconds: 0, maybeShown: false });

  async function handle(claim: ClaimedNotification): Promise<void> {
    const placed = await rings.before(claim);
    const receipt = await deliver({ ...options, pause: (ms) => pause(ms) }, placed, render(options, claim));
    if (receipt.outcome === "sent") {
      await rings.after(claim, receipt.messageId);
      options.onSent?.(claim, receipt.messageId);
    }
    await receipts.give(inHand.get(claim.id) ?? claim, receipt);
  }

  wake();
  return {
    wake,
    stop: async () => {
      stopping = true;
      clearInterval(poll);
      await pumping;
      receipts.close();
      await Promise.allSettled(inFlight);
      clearInterval(keeping);
    },
  };
}

/** `null` when there is nothing to say any more, or never was for this bot. */
function render({ renderers, wordsIn }: OutletOptions, claim: ClaimedNotification): Outgoing | null {
  if (claim.view.kind === "gone") return null;
  const byKind: Readonly<Partial<Record<NotificationKind, Renderer<never>>>> = renderers;
  const renderer = byKind[claim.notification.kind];
  return renderer ? renderer(claim as never, wordsIn(claim.language)) : null;
}
