import type { SendBudget } from "#bots/kit/send-budget";
import { NOTIFICATION_KINDS } from "#shared/contracts/notifications";
import { type ClaimedNotification, Receipt } from "#shared/contracts/outlet";
import type { Milliseconds } from "#shared/kernel/units";
import { type Failure, failureOf } from "./outcome";
import type { Outgoing } from "./outgoing";
import { postMessage, type Tools } from "./post-message";
import type { Placed } from "./ring-memory";

/** A message that would wait longer than this goes back to the ledger, so that others can use its place. */
export const PATIENCE_MS: Milliseconds = 1_500;

/** The urgency that keeps its sound in quiet hours. */
const ALERT = 0;

type Result = Receipt extends infer R ? (R extends { leaseId: string } ? Omit<R, "leaseId"> : never) : never;

export type DeliverOptions = Tools & {
  budget: SendBudget;
  pause(ms: Milliseconds): Promise<void>;
  /** Just before the call goes out: where the outlet's delay is measured. */
  onSend?(claim: ClaimedNotification): void;
};

/** Brings one message to its chat within Telegram's limits. Never throws: whatever happens is an outcome to report. */
export async function deliver(options: DeliverOptions, claim: Placed, outgoing: Outgoing | null): Promise<Receipt> {
  const receipt = (result: Result): Receipt => Receipt.parse({ ...result, leaseId: claim.leaseId });
  if (!outgoing || hasNothingToClose(claim)) return receipt({ outcome: "sent", messageId: null });
  const waitMs = await waitForBudget(options, claim, claim.editMessageId === null ? "message" : "edit");
  if (waitMs > 0) return receipt({ outcome: "retry", afterSeconds: waitMs / 1_000, maybeShown: false });
  options.onSend?.(claim);
  try {
    const messageId = await post(options, claim, outgoing);
    await removeFormer(options, claim);
    return receipt({ outcome: "sent", messageId });
  } catch (error) {
    return receipt(await resultOf(options, claim, failureOf(error)));
  }
}

async function post(options: DeliverOptions, claim: ClaimedNotification, outgoing: Outgoing): Promise<number> {
  const rule = NOTIFICATION_KINDS[claim.notification.kind];
  const place = {
    chatId: claim.chatId,
    editMessageId: claim.editMessageId,
    silent: !rule.loud || (claim.quiet && rule.urgency > ALERT),
  };
  try {
    return await postMessage(options, place, outgoing);
  } catch (error) {
    const gone = place.editMessageId !== null && failureOf(error).is === "message_gone";
    if (!gone || rule.manner === "closing") throw error;
    // The person deleted it, or it is too old to edit: say it anew.
    return postMessage(options, { ...place, editMessageId: null }, outgoing);
  }
}

const hasNothingToClose = ({ notification, editMessageId }: ClaimedNotification): boolean =>
  NOTIFICATION_KINDS[notification.kind].manner === "closing" && editMessageId === null;

/** The ring before this one. Whether it could be deleted changes nothing for the one that is out. */
const removeFormer = ({ telegram }: DeliverOptions, { chatId, formerMessageIds }: Placed) =>
  formerMessageIds.length === 0 ? undefined : telegram.deleteMessages(chatId, formerMessageIds).catch(() => {});

async function resultOf({ budget }: DeliverOptions, claim: ClaimedNotification, failure: Failure): Promise<Result> {
  switch (failure.is) {
    case "unchanged":
      return { outcome: "sent", messageId: claim.editMessageId };
    case "message_gone":
      return { outcome: "sent", messageId: null };
    case "retry":
      if (failure.flooded) await budget.pause(claim.chatId, failure.afterSeconds);
      return { outcome: "retry", afterSeconds: failure.afterSeconds, maybeShown: !failure.flooded };
    case "dead":
      return { outcome: "dead", reason: failure.reason };
  }
}

/** @returns 0 when the send was taken from the budget, else how long it would have to wait */
async function waitForBudget({ budget, pause }: DeliverOptions, claim: ClaimedNotification, kind: "message" | "edit") {
  const { urgency } = NOTIFICATION_KINDS[claim.notification.kind];
  let waited = 0;
  for (;;) {
    const waitMs = await budget.take({ chatId: claim.chatId, urgency, kind });
    if (waitMs === 0 || waited + waitMs > PATIENCE_MS) return waitMs;
    await pause(waitMs);
    waited += waitMs;
  }
}
