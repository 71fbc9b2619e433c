import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { type Connection, createConnection } from "./connection";
import { hearEvents } from "./hear-events";
import { createHub } from "./hub";
import { talk } from "./talk";

/** Frames of one client that may wait for their answer. */
const WAITING_MAX = 50;

/** One WebSocket for everything that a screen listens to; see `shared/contracts/realtime.ts` for what is said on it. */
export const realtimeRoutes = (deps: Deps): Elysia => {
  const hub = createHub();
  const talks = new Map<string, { connection: Connection; waiting: number; last: Promise<void> }>();
  let stopHearing = () => {};
  // The server would wait for its sockets before it stops, and `onStop` comes after.
  const sendAway = () => {
    for (const connection of hub.connections) connection.close("goingAway");
  };
  deps.stopping.signal.addEventListener("abort", sendAway);
  const routes = new Elysia({ name: "realtime" });
  routes
    .onStart(() => {
      stopHearing = hearEvents(deps, hub);
    })
    .onStop(() => stopHearing())
    .ws("/realtime", {
      detail: { summary: "Hear what changes, as it changes", tags: ["realtime"] },
      open({ id, raw }) {
        const connection = createConnection(id, raw, deps.clock.realNow().getTime());
        hub.add(connection);
        talks.set(id, { connection, waiting: 0, last: Promise.resolve() });
        deps.metrics.sockets.set(hub.connections.size);
      },
      message({ id }, message) {
        const here = talks.get(id);
        if (!here) return;
        if (here.waiting >= WAITING_MAX) return here.connection.close("tooMany");
        here.waiting += 1;
        // One after the other: a subscription waits for the sign-in before it.
        here.last = here.last
          .then(() => talk(deps, hub, here.connection, message))
          .finally(() => {
            here.waiting -= 1;
          });
      },
      close({ id }) {
        const here = talks.get(id);
        if (here) hub.remove(here.connection);
        talks.delete(id);
        deps.metrics.sockets.set(hub.connections.size);
      },
    });
  return routes;
};
