import { appendFileSync, existsSync, readFileSync } from "node:fs";

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
