import type { Person } from "#api/platform/actor";
import { refusalSentence } from "#api/platform/translate";
import { CLOSE_CODES, type ServerFrame } from "#shared/contracts/realtime";
import type { Language } from "#shared/kernel/language";
import type { Refusal } from "#shared/kernel/refusal";
import type { Milliseconds } from "#shared/kernel/units";

/** What may wait for a slow reader; more costs it the connection, and it comes back for what it missed. */
export const BUFFER_BYTES_MAX = 1_000_000;

/** As much of Bun's socket as is needed. `send` answers 0 when the text was dropped, since too much waits already. */
export type Socket = { send(text: string): number; close(code: number, reason: string): void };

/** Who listens on a connection, and with which token. */
export type Listener = { person: Person; language: Language; accessToken: string; expiresAtMs: Milliseconds };

export type Connection = {
  readonly id: string;
  readonly openedAtMs: Milliseconds;
  /** Null until it has signed in. */
  listener: Listener | null;
  readonly topics: Set<string>;
  send(frame: ServerFrame): void;
  refuse(refusal: Refusal, topics?: string[]): void;
  close(why: keyof typeof CLOSE_CODES): void;
};

export function createConnection(id: string, socket: Socket, openedAtMs: Milliseconds): Connection {
  let open = true;
  const close = (why: keyof typeof CLOSE_CODES) => {
    if (open) socket.close(CLOSE_CODES[why], why);
    open = false;
  };
  const send = (frame: ServerFrame) => {
    if (open && socket.send(JSON.stringify(frame)) === 0) close("tooSlow");
  };
  const connection: Connection = {
    id,
    openedAtMs,
    listener: null,
    topics: new Set(),
    send,
    refuse({ code, details }, topics) {
      const message = refusalSentence(connection.listener?.language ?? "en", code);
      send({ is: "refused", refusal: { code, message, details }, ...(topics ? { topics } : {}) });
    },
    close,
  };
  return connection;
}
