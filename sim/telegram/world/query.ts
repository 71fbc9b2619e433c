import type { Answer, Query } from "./bill";
import type { World } from "./world";

/** The `Omit` of a union would forget what tells its members apart. */
type Fresh<Q> = Q extends Query ? Omit<Q, "id" | "askedAtMs" | "answered"> : never;

/** Remember a question to a bot. The id is what the bot answers to. */
export function ask(world: World, fresh: Fresh<Query>): Query {
  const id = `${world.nextId()}${Math.floor(world.random() * 1e12)}`;
  const query: Query = { ...fresh, id, askedAtMs: world.clock.realNow().getTime(), answered: false };
  world.state.queries.set(id, query);
  return query;
}

export const isOpen = (world: World, query: Query): boolean => {
  const ageMs = world.clock.realNow().getTime() - query.askedAtMs;
  return (
    !query.answered && ageMs <= (query.kind === "callback" ? world.timeouts.callbackMs : world.timeouts.checkoutMs)
  );
};

/** Take an answer for an open question of this bot. `false` when it is unknown, somebody else's, answered or late. */
export function answer(world: World, bot: number, queryId: string, given: Answer): boolean {
  const query = world.state.queries.get(queryId);
  if (!query || query.bot !== bot || query.kind !== given.kind || !isOpen(world, query)) return false;
  query.answered = true;
  world.settle(queryId, given);
  return true;
}

/** Wait for a bot's answer; `undefined` when it stays silent until the question expires. */
export function awaitAnswer<A extends Answer>(world: World, query: Query, kind: A["kind"]): Promise<A | undefined> {
  const expiresMs = query.kind === "callback" ? world.timeouts.callbackMs : world.timeouts.checkoutMs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(undefined), expiresMs);
    const stop = world.watchAnswer(query.id, (given) => given.kind === kind && finish(given as A));
    const finish = (given: A | undefined) => {
      clearTimeout(timer);
      stop();
      world.state.queries.delete(query.id);
      resolve(given);
    };
  });
}
