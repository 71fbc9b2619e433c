import { dataOf, textOf } from "#sim/telegram/client/text-of";
import type { WatchEvent } from "#sim/telegram/client-api/watching";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import type { PeerId } from "#sim/telegram/world/state";

/** What a message said from some moment on. `buttons`: their callback data. */
export type Version = { atMs: number; text: string; buttons: string[] };

/** One message in somebody's chat with a bot, through all its edits. Machine time of the moment it was seen. */
export type Bubble = {
  person: PeerId;
  chat: PeerId;
  messageId: number;
  /** Oldest first; the first is what was sent. */
  versions: Version[];
  deletedAtMs: number | null;
};

/** Everything that bots ever showed to people, as their phones saw it. */
export type SeenLog = {
  hear(person: PeerId, event: WatchEvent, atMs: number): void;
  /** In the order of sending. */
  of(person: PeerId): Bubble[];
  /** Those of this person's messages that ever carried the button, in the order of sending. */
  everWith(person: PeerId, button: string): Bubble[];
};

export function createSeenLog(): SeenLog {
  const bubbles = new Map<PeerId, Map<string, Bubble>>();
  const withButton = new Map<string, Set<Bubble>>();

  const keep = (person: PeerId, chat: PeerId, message: SeenMessage, atMs: number): void => {
    if (message.mine) return;
    const mine = bubbles.get(person) ?? new Map<string, Bubble>();
    bubbles.set(person, mine);
    const key = `${chat}:${message.message_id}`;
    const bubble = mine.get(key) ?? { person, chat, messageId: message.message_id, versions: [], deletedAtMs: null };
    mine.set(key, bubble);
    const version = { atMs, text: textOf(message), buttons: dataOf(message) };
    bubble.versions.push(version);
    for (const button of version.buttons) {
      const place = `${person} ${button}`;
      withButton.set(place, (withButton.get(place) ?? new Set()).add(bubble));
    }
  };

  return {
    hear: (person, event, atMs) => {
      if (event.kind === "message" || event.kind === "edit") return keep(person, event.chat, event.message, atMs);
      if (event.kind !== "delete") return;
      for (const id of event.messageIds) {
        const bubble = bubbles.get(person)?.get(`${event.chat}:${id}`);
        if (bubble) bubble.deletedAtMs = atMs;
      }
    },
    of: (person) => [...(bubbles.get(person)?.values() ?? [])],
    everWith: (person, button) =>
      [...(withButton.get(`${person} ${button}`) ?? [])].sort((a, b) => sentAt(a) - sentAt(b)),
  };
}

export const sentAt = (bubble: Bubble): number => bubble.versions[0]?.atMs ?? 0;
/** What it says now; `null` once it was deleted. */
export const standing = (bubble: Bubble): Version | null =>
  bubble.deletedAtMs === null ? (bubble.versions.at(-1) ?? null) : null;
