import { Redis } from "ioredis";
import type { ParameterOrJSON } from "postgres";
import { placeOrder } from "#api/modules/orders/place-order";
import type { Deps } from "#api/platform/deps";
import type { NewOrder } from "#shared/contracts/order";
import { atOnce } from "./at-once";
import { type Captured, capture, renew, type Statement } from "./capture";
import type { Customer } from "./customers";
import { median } from "./median";

export type DatabasePart = { ratioSql: number; placedPerSecond: number; barePerSecond: number; statements: number };

/** As while Redis is away: caches, hints and alarms are no work of the database. The HTTP part has them all. */
const withoutRedis = (deps: Deps): Deps => ({
  ...deps,
  redis: new Redis({ lazyConnect: true }),
  alarms: { set: async () => {}, close: async () => {} },
});

/**
 * How much of what Postgres can do is left once the verb has thought: `placeOrder` as it is, against its own captured
 * statements sent by bare postgres.js on the same pool at the same concurrency, in turns. Bare sends all of a transaction
 * at once and waits for nothing in between, which no program that decides on what it reads could do.
 */
export async function databasePart(
  whole: Deps,
  customers: readonly Customer[],
  wishes: readonly NewOrder[],
  { rounds, orders, concurrency }: { rounds: number; orders: number; concurrency: number },
): Promise<DatabasePart> {
  const deps = withoutRedis(whole);
  const captured: Captured[] = [];
  for (const [i, wish] of wishes.entries()) {
    await placeOrder(deps, customers[i % customers.length]!.person, wish, deps.newId()); // statements are named by now
    captured.push(await capture(deps, customers[i % customers.length]!, wish));
  }
  const placed: number[] = [];
  const bare: number[] = [];
  const runs = Array.from({ length: rounds + 1 }); // the first is for warming up
  for (const round of runs.keys()) {
    const place = await atOnce(concurrency, orders, async (i) => {
      await placeOrder(deps, customers[i % customers.length]!.person, wishes[i % wishes.length]!, deps.newId());
    });
    const replays = Array.from({ length: orders }, (_, i) => renew(captured[i % captured.length]!, deps.newId));
    const replay = await atOnce(concurrency, orders, (i) => sendBare(deps, replays[i]!));
    if (round === 0) continue;
    placed.push(place);
    bare.push(replay);
  }
  const [placedPerSecond, barePerSecond] = [median(placed), median(bare)];
  const statements = captured[0]!.statements.length;
  return { ratioSql: placedPerSecond / barePerSecond, placedPerSecond, barePerSecond, statements };
}

const sendBare = async ({ sql }: Deps, statements: readonly Statement[]): Promise<void> => {
  await sql.begin((tx) =>
    statements.map(({ text, parameters }) =>
      tx.unsafe(text, parameters as ParameterOrJSON<never>[], { prepare: true }),
    ),
  );
};
