/**
 * What placing an order costs. `ratioSql`: the verb against its own statements without it; `ordersPerSecond`: over HTTP,
 * as fast as the API takes them, with the generator beside it; `p50Ms`, `p99Ms`: at 35 orders a second.
 */
import { invent, wishes } from "./customers";
import { databasePart } from "./database-part";
import { httpPart } from "./http-part";
import { raiseStage } from "./stage";

const CUSTOMERS = 300;
const ROUNDS = 5;

const stage = await raiseStage(console.error);
try {
  const customers = await invent(stage, CUSTOMERS);
  const wanted = await wishes(stage, customers[0]!);
  const database = await databasePart(stage.deps, customers, wanted, {
    rounds: ROUNDS,
    orders: 1_000,
    concurrency: 16,
  });
  console.error(
    `database part: ${database.placedPerSecond.toFixed(0)} orders/s, bare ${database.barePerSecond.toFixed(0)}/s, ` +
      `${database.statements} statements each`,
  );
  const load = { rounds: ROUNDS, orders: 1_500, concurrency: 32, perSecond: 35, seconds: 5 };
  const http = await httpPart(stage, customers, wanted, load);
  const figures = { ratioSql: database.ratioSql, ...http };
  const rounded = Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(2))]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
} finally {
  await stage.close();
}
