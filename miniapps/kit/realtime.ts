import type { EventFrame } from "#shared/contracts/events";
import type { OrderPosition } from "#shared/contracts/position";
import type { CourierMove } from "#shared/contracts/realtime";
import { CLOSE_CODES, type ClientFrame, type ServerFrame } from "./realtime-frames";

export type Hearer = {
  topics: readonly string[];
  /** Something changed; each event comes once. */
  hear(event: EventFrame): void;
  /** Something may have been missed: load everything anew. */
  gap(): void;
  /** Couriers are somewhere else by now; what was missed of this is not made up for. */
  moved?(moves: readonly CourierMove[]): void;
  /** The person's own order is there by now. */
  followed?(place: OrderPosition): void;
};

export type Connected = "connecting" | "online" | "offline";

export type Realtime = {
  /** @returns what stops it */
  listen(hearer: Hearer): () => void;
  connected(): Connected;
  /** @returns what stops it */
  onConnected(changed: () => void): () => void;
  /** Do not wait any longer before the next attempt. */
  retryNow(): void;
  close(): void;
};

type Options = {
  url: string;
  /** A token for this moment. @throws when the session is over */
  accessToken(): Promise<string>;
  retryAfterMs?: (attempt: number) => number;
};

const PING_EVERY_MS = 20_000;
/** Ids remembered to drop what comes twice; a replay goes back a minute. */
const KNOWN_MAX = 2_000;
const TOPICS_AT_ONCE = 100;

const backOff = (attempt: number) => Math.min(15_000, 500 * 2 ** attempt) * (0.75 + Math.random() / 2);

/**
 * The one connection of a mini-app on which it hears what changes. After a break it resumes from its last event; what
 * comes again is dropped by its id, and what cannot be made up for is told as a gap.
 */
export function createRealtime({ url, accessToken, retryAfterMs = backOff }: Options): Realtime {
  const hearers = new Set<Hearer>();
  const watchers = new Set<() => void>();
  const known = new Set<string>();
  let state: Connected = "connecting";
  let lastId: string | undefined;
  let attempt = 0;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = "";
  let over = false;

  const become = (next: Connected) => {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher();
  };

  const say = (frame: ClientFrame) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };

  const subscribe = (topics: string[], since: string | undefined) => {
    for (let from = 0; from < topics.length; from += TOPICS_AT_ONCE)
      say({ do: "subscribe", topics: topics.slice(from, from + TOPICS_AT_ONCE), ...(since && { lastId: since }) });
  };

  const wanted = () => [...new Set([...hearers].flatMap(({ topics }) => topics))];

  const tell = (event: EventFrame) => {
    if (known.has(event.id)) return;
    known.add(event.id);
    if (known.size > KNOWN_MAX) known.delete(known.values().next().value!);
    lastId = event.id;
    for (const hearer of hearers) hearer.hear(event);
  };

  const gap = (topics: readonly string[]) => {
    for (const hearer of hearers) if (hearer.topics.some((topic) => topics.includes(topic))) hearer.gap();
  };

  const hear = (frame: ServerFrame) => {
    if (frame.is === "event") return tell(frame.event);
    if (frame.is === "positions") for (const hearer of hearers) hearer.moved?.(frame.positions);
    if (frame.is === "order_position") for (const hearer of hearers) hearer.followed?.(frame);
    if (frame.is === "subscribed" && frame.missed !== "all_here") gap(frame.topics);
    if (frame.is === "signed_in") {
      attempt = 0;
      become("online");
    }
  };

  const signIn = async () => {
    const token = await accessToken();
    if (token === said) return;
    said = token;
    say({ do: "sign_in", accessToken: token });
  };

  const again = () => {
    if (over || hearers.size === 0) return;
    become("offline");
    timer = setTimeout(() => void open(), retryAfterMs(attempt));
    attempt += 1;
  };

  async function open(): Promise<void> {
    clearTimeout(timer);
    if (over || socket) return;
    const opened = new WebSocket(url);
    socket = opened;
    said = "";
    let heardAtMs = performance.now();
    const beat = setInterval(() => {
      if (performance.now() - heardAtMs > 2 * PING_EVERY_MS) return opened.close();
      say({ do: "ping" });
      void signIn().catch(() => opened.close()); // a renewed token goes on where the old one ends
    }, PING_EVERY_MS);
    opened.addEventListener("message", ({ data }) => {
      heardAtMs = performance.now();
      hear(JSON.parse(String(data)));
    });
    opened.addEventListener("close", ({ code }) => {
      clearInterval(beat);
      socket = null;
      if (code === CLOSE_CODES.signedOut) said = "";
      again();
    });
    opened.addEventListener("open", () => {
      signIn().then(
        () => subscribe(wanted(), lastId),
        () => opened.close(),
      );
    });
  }

  return {
    listen(hearer) {
      const before = new Set(wanted());
      hearers.add(hearer);
      const fresh = hearer.topics.filter((topic) => !before.has(topic));
      if (!socket) void open();
      else if (said && fresh.length > 0) subscribe(fresh, undefined);
      return () => {
        hearers.delete(hearer);
        const left = new Set(wanted());
        const gone = hearer.topics.filter((topic) => !left.has(topic));
        if (gone.length > 0) say({ do: "unsubscribe", topics: gone });
      };
    },
    connected: () => state,
    onConnected(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    retryNow() {
      attempt = 0;
      if (!socket && hearers.size > 0) void open();
    },
    close() {
      over = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
