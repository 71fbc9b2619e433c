import { GrammyError } from "grammy";
import type { DeadReason } from "#shared/contracts/outlet";
import type { Seconds } from "#shared/kernel/units";

/** What a failed call to Telegram means for the message. `unchanged`: it says what it said before, which is as good as sent. */
export type Failure =
  | { is: "unchanged" }
  | { is: "message_gone" }
  | { is: "retry"; afterSeconds: Seconds; flooded: boolean }
  | { is: "dead"; reason: DeadReason };

/** A pause after an answer that was lost or a server that failed. */
const AGAIN_SECONDS: Seconds = 1;

const GONE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;

/** Reads an error of a call. A lost answer may have been a success: a repeat is harmless, silence is not. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof GrammyError)) return { is: "retry", afterSeconds: AGAIN_SECONDS, flooded: false };
  const { error_code: code, description, parameters } = error;
  if (code === 429) return { is: "retry", afterSeconds: parameters.retry_after ?? AGAIN_SECONDS, flooded: true };
  if (code === 403) return { is: "dead", reason: /deactivated/i.test(description) ? "deactivated" : "blocked" };
  if (code !== 400) return { is: "retry", afterSeconds: AGAIN_SECONDS, flooded: false };
  if (/message is not modified/i.test(description)) return { is: "unchanged" };
  if (GONE.test(description)) return { is: "message_gone" };
  return { is: "dead", reason: /chat not found/i.test(description) ? "chat_not_found" : "rejected" };
}
