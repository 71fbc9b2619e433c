import type { ServerWebSocket } from "bun";
import { isInGroup } from "../world/chats";
import type { PersonEvent, SeenChat, SeenMessage } from "../world/person-event";
import { chatSeenBy, seenBy } from "../world/see";
import type { Chat, PeerId } from "../world/state";
import type { World } from "../world/world";

/** What one person's client knows when it connects; afterwards it only hears of changes. */
export type Snapshot = {
  kind: "snapshot";
  chats: { view: SeenChat; messages: SeenMessage[] }[];
  nowS: number;
  speed: number;
};
export type WatchEvent = Snapshot | PersonEvent;

const MAX_MESSAGES = 500;

export type Watcher = { person: PeerId; stop?: () => void };

const isOn = (chat: Chat, person: PeerId): boolean =>
  chat.kind === "private" ? chat.person === person : isInGroup(chat, person);

export function snapshotFor(world: World, person: PeerId): Snapshot {
  const mine = [...world.state.chats.values()].filter((chat) => isOn(chat, person));
  const chats = mine.map((chat) => ({
    view: chatSeenBy(world, chat, person),
    messages: [...chat.messages.values()].slice(-MAX_MESSAGES).map((stored) => seenBy(world, chat, stored, person)),
  }));
  return { kind: "snapshot", chats, nowS: world.nowS(), speed: world.clock.speed };
}

/** One socket per person that is looked through. */
export const watchSockets = (world: World) => ({
  open(socket: ServerWebSocket<Watcher>) {
    const send = (event: WatchEvent) => void socket.send(JSON.stringify(event));
    send(snapshotFor(world, socket.data.person));
    socket.data.stop = world.watchPerson(socket.data.person, send);
  },
  message() {},
  close(socket: ServerWebSocket<Watcher>) {
    socket.data.stop?.();
  },
});
