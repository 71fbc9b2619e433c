import type { Deps } from "#api/platform/deps";
import { Refusal } from "#shared/kernel/refusal";
import type { Milliseconds } from "#shared/kernel/units";
import type { Connection, Listener } from "./connection";
import type { Hub } from "./hub";
import { mayHear } from "./may-hear";
import { listenerOf } from "./talk";

/** Machine time between two looks at all connections. */
export const LOOK_EVERY_MS: Milliseconds = 20_000;
/** Machine time to sign in. */
const SILENCE_MS: Milliseconds = 10_000;

/** Ends the connections of those who signed out, were suspended or whose token ran out; drops topics they lost. */
export async function lookAfter(deps: Deps, hub: Hub): Promise<void> {
  for (const connection of [...hub.connections]) await lookAt(deps, hub, connection);
}

async function lookAt(deps: Deps, hub: Hub, connection: Connection): Promise<void> {
  const { listener } = connection;
  if (!listener) {
    if (deps.clock.realNow().getTime() - connection.openedAtMs > SILENCE_MS) connection.close("signedOut");
    return;
  }
  try {
    const now = await listenerOf(deps, listener.accessToken);
    if (rightsOf(now) !== rightsOf(listener)) await dropLost(deps, hub, connection, now);
    connection.listener = now;
  } catch (error) {
    if (error instanceof Refusal) connection.close("signedOut"); // else Postgres is away: ask again next time
  }
}

const rightsOf = ({ person: { roles, branchesOf, courierId } }: Listener): string =>
  JSON.stringify([roles, branchesOf, courierId]);

async function dropLost(deps: Deps, hub: Hub, connection: Connection, { person }: Listener): Promise<void> {
  const lost: string[] = [];
  for (const topic of connection.topics) if (!(await mayHear(deps, person, topic))) lost.push(topic);
  hub.unsubscribe(connection, lost);
  if (lost.length > 0) connection.refuse(new Refusal("realtime.topic_not_allowed"), lost);
}
