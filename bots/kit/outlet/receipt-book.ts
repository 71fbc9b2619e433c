import { setTimeout as pause } from "node:timers/promises";
import { type Api, ask } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";
import { RECEIPTS_MAX, type Receipt } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";

const FIRST_PAUSE_MS: Milliseconds = 200;
const LONGEST_PAUSE_MS: Milliseconds = 1_000;
/** Longer than an API is away; whoever has it by then tells it again, and a receipt changes nothing any more. */
const TRIES_MAX = 40;
const TRIES_AT_THE_END = 3;

/** A notification in our hands, under the lease that it was last claimed with. */
export type InHand = { readonly id: Id; leaseId: Id };
type Slip = { hand: InHand; receipt: Receipt; filed(): void };

/**
 * Reports what became of messages, one request at a time: what lands meanwhile goes together with the next, so that a
 * rush costs one transaction for many. A receipt that never arrives costs a repeat, so an API that is away is asked
 * until it is back; a process that stops tries a few times and leaves it to the lease.
 */
export type ReceiptBook = {
  /** Resolves when it was filed, or let go. */
  give(hand: InHand, receipt: Receipt): Promise<void>;
  close(): void;
};

export function createReceiptBook({ api, log }: { api: Api; log: Log }): ReceiptBook {
  const waiting: Slip[] = [];
  let filing = false;
  let closed = false;

  async function file(slips: readonly Slip[]): Promise<void> {
    for (let attempt = 1; attempt <= (closed ? TRIES_AT_THE_END : TRIES_MAX); attempt++) {
      const receipts = slips.map(({ hand: { id, leaseId }, receipt }) => ({ id, receipt: { ...receipt, leaseId } }));
      const error = await ask(api.notifications.receipts.post({ receipts })).then(
        () => null,
        (problem: unknown) => problem,
      );
      if (!error || (error instanceof Error && error.name === "ApiRefusal")) return;
      log.warn({ err: error, count: receipts.length }, "receipts could not be given");
      await pause(Math.min(LONGEST_PAUSE_MS, attempt * FIRST_PAUSE_MS));
    }
  }

  async function work(): Promise<void> {
    filing = true;
    while (waiting.length > 0) {
      const slips = waiting.splice(0, RECEIPTS_MAX);
      await file(slips);
      for (const { filed } of slips) filed();
    }
    filing = false;
  }

  return {
    give: (hand, receipt) =>
      new Promise((filed) => {
        waiting.push({ hand, receipt, filed });
        if (!filing) void work();
      }),
    close: () => {
      closed = true;
    },
  };
}
