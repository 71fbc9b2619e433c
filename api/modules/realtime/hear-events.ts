import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import type { PublishedMoves } from "#api/platform/move-feed";
import type { PublishedEvent } from "#api/platform/outbox";
import { connectRedis } from "#api/platform/redis";
import { EventBody, EventKind, type Topic } from "#shared/contracts/events";
import { CourierMove } from "#shared/contracts/realtime";
import { Id } from "#shared/kernel/ids";
import type { Milliseconds } from "#shared/kernel/units";
import type { Hub } from "./hub";
import { LOOK_EVERY_MS, lookAfter } from "./look-after";
import { recentEvents } from "./missed-events";
import { customersTeller } from "./tell-customers";

/** Machine time between two looks at the rows, for events whose hint was lost. */
const CATCH_UP_EVERY_MS: Milliseconds = 5_000;
const CATCH_UP_WINDOW_MS: Milliseconds = 12_000;

const Published = z.array(
  z.object({
    id: Id,
    organisationId: Id,
    kind: EventKind,
    topics: z.array(z.custom<Topic>((text) => typeof text === "string")),
    body: EventBody,
    at: z.string(),
  }),
);

/**
 * Brings the events of all API processes to this one's connections: at once by Redis, and from the rows for whatever
 * Redis, or a process that died between commit and hint, did not tell.
 * @returns what ends it
 */
export function hearEvents(deps: Deps, hub: Hub): () => void {
  const redis = connectRedis(deps.config.REDIS_URL, "realtime");
  redis.on("error", () => {}); // the main connection reports it
  const moves = deps.keys.moves();
  const tellCustomers = customersTeller(deps, hub);
  redis.on("message", (channel, text) => {
    if (channel !== moves) return deliver(deps, hub, text);
    const published = readMoves(deps, hub, text);
    if (!published) return;
    hub.deliverMoves(published, deps.clock.realNow().getTime());
    tellCustomers(published);
  });
  redis.subscribe(deps.keys.events(), moves).catch(() => {}); // it subscribes anew whenever it reconnects
  const timers = [
    setInterval(() => void quietly(deps, () => catchUp(deps, hub)), CATCH_UP_EVERY_MS),
    setInterval(() => void quietly(deps, () => lookAfter(deps, hub)), LOOK_EVERY_MS),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
    redis.disconnect();
  };
}

function deliver({ log, clock }: Deps, hub: Hub, text: string): void {
  const parsed = Published.safeParse(JSON.parse(text));
  if (parsed.success) hub.deliver(parsed.data satisfies PublishedEvent[], clock.realNow().getTime());
  else log.error("an event of a shape that nobody knows");
}

const Moves = z.object({ organisationId: Id, moves: z.array(CourierMove) });

function readMoves({ log }: Deps, hub: Hub, text: string): PublishedMoves | null {
  if (hub.connections.size === 0) return null;
  const parsed = Moves.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  log.error("positions of a shape that nobody knows");
  return null;
}

/** Also for specs, which do not wait. */
export async function catchUp(deps: Deps, hub: Hub): Promise<void> {
  if (hub.connections.size === 0) return;
  hub.deliver(await recentEvents(deps, CATCH_UP_WINDOW_MS), deps.clock.realNow().getTime());
}

const quietly = (deps: Deps, run: () => Promise<void>): Promise<void> =>
  run().catch((error: unknown) => deps.log.warn({ err: error }, "realtime will look again"));
