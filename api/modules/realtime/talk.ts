import { readAccessToken } from "#api/platform/auth/access-token";
import { whoIsAsking } from "#api/platform/auth/who-is-asking";
import type { Deps } from "#api/platform/deps";
import { ClientFrame, TOPICS_MAX } from "#shared/contracts/realtime";
import { Refusal } from "#shared/kernel/refusal";
import type { Connection, Listener } from "./connection";
import { concerns, frameOf, type Hub } from "./hub";
import { mayHear } from "./may-hear";
import { missedEvents } from "./missed-events";

/** Answers one frame of a client. A refusal is an answer, too; a bug is logged, and the connection lives on. */
export async function talk(deps: Deps, hub: Hub, connection: Connection, message: unknown): Promise<void> {
  try {
    await deps.limits.spend("general", `socket:${connection.id}`);
    await answer(deps, hub, connection, readFrame(message));
  } catch (error) {
    if (!(error instanceof Refusal)) deps.log.error({ err: error }, "a bug on a socket");
    connection.refuse(error instanceof Refusal ? error : new Refusal("request.busy"));
  }
}

function readFrame(message: unknown): ClientFrame {
  const frame = ClientFrame.safeParse(message);
  if (!frame.success) throw new Refusal(typeof message === "object" ? "request.invalid" : "request.malformed");
  return frame.data;
}

async function answer(deps: Deps, hub: Hub, connection: Connection, frame: ClientFrame): Promise<void> {
  switch (frame.do) {
    case "ping":
      return connection.send({ is: "pong" });
    case "sign_in":
      return signIn(deps, hub, connection, frame.accessToken);
    case "unsubscribe":
      hub.unsubscribe(connection, frame.topics);
      return connection.send({ is: "unsubscribed", topics: frame.topics });
    case "subscribe":
      return subscribe(deps, hub, connection, frame);
  }
}

/** With a token of its own; the bots process has no screens. Somebody else's token drops what was heard so far. */
async function signIn(deps: Deps, hub: Hub, connection: Connection, accessToken: string): Promise<void> {
  const before = connection.listener?.person.accountId;
  const listener = await listenerOf(deps, accessToken);
  if (before && before !== listener.person.accountId) hub.unsubscribe(connection, [...connection.topics]);
  connection.listener = listener;
  connection.send({ is: "signed_in", expiresAt: new Date(listener.expiresAtMs).toISOString() });
}

/** @throws Refusal `auth.…` */
export async function listenerOf(deps: Deps, accessToken: string): Promise<Listener> {
  const { expiresAt } = await readAccessToken(deps.config, accessToken, deps.clock.realNow());
  const { person, language } = await whoIsAsking(deps, { authorization: `Bearer ${accessToken}` });
  return { person, language, accessToken, expiresAtMs: expiresAt.getTime() };
}

async function subscribe(
  deps: Deps,
  hub: Hub,
  connection: Connection,
  { topics: wanted, lastId }: Extract<ClientFrame, { do: "subscribe" }>,
): Promise<void> {
  const { listener } = connection;
  if (!listener) throw new Refusal("auth.missing");
  if (connection.topics.size + wanted.length > TOPICS_MAX) throw new Refusal("request.invalid", { most: TOPICS_MAX });
  const rights = await Promise.all(wanted.map((topic) => mayHear(deps, listener.person, topic)));
  const topics = wanted.filter((_, index) => rights[index]);
  const refused = wanted.filter((_, index) => !rights[index]);
  if (refused.length > 0) connection.refuse(new Refusal("realtime.topic_not_allowed"), refused);
  // First hear what comes, then read what was: nothing falls in between, and the client drops what it gets twice.
  hub.subscribe(connection, topics);
  if (!lastId || topics.length === 0) return connection.send({ is: "subscribed", topics, missed: "not_asked" });
  const { organisationId } = listener.person;
  const missed = await missedEvents(deps, { organisationId, topics, lastId });
  connection.send({ is: "subscribed", topics, missed: missed ? "all_here" : "too_long_ago" });
  for (const event of missed ?? [])
    if (concerns(connection, event)) connection.send({ is: "event", event: frameOf(event) });
}
