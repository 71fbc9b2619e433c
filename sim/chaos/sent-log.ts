import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ClaimedNotification } from "#shared/contracts/outlet";

/** One message as it stands in a chat: what a person would have seen. */
export type Sent = {
  messageId: number;
  /** Telegram id of the person. */
  chat: number;
  kind: string;
  subjectId: string;
  version: number;
  /** What the message says, as far as the judge wants to know: the status that a card shows. */
  shows: string | null;
  /** What an alert is about: the order, delivery or courier. */
  about: string | null;
};

/** What a claimed notification says to its person. */
export function sentOf({ chatId, notification, version, view }: ClaimedNotification): Omit<Sent, "messageId"> {
  const subject = Object.entries(notification).find(([name]) => name.endsWith("Id"))?.[1];
  const shows = view.kind === "order" ? view.order.status : null;
  const about = view.kind === "alert" ? view.alert.subjectId : null;
  return { chat: chatId, kind: notification.kind, subjectId: String(subject), version, shows, about };
}

/** Written before anybody is told that it was sent, as Telegram's own copy would be. */
export const appendSent = (file: string, sent: Sent): void => appendFileSync(file, `${JSON.stringify(sent)}\n`);

/** A line that a kill cut in half was never seen by anybody. */
export function readSent(file: string): Sent[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Sent];
    } catch {
      return [];
    }
  });
}
