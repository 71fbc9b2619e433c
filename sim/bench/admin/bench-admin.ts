/**
 * How long the manager's list takes to answer over a million orders. `p95Ms`: of all kinds of questions together;
 * `worst`: the kind that takes longest, and its own p95. The plan of each kind is printed with `PLANS=1`.
 */
import { listOrderTable } from "#api/modules/order-table/list-order-table";
import type { Person } from "#api/platform/actor";
import { OrderTableQuery } from "#shared/contracts/order-table";
import { seededRandom } from "#shared/kernel/random";
import { quantile } from "../dispatch/statistics";
import { raiseStage } from "../orders/stage";
import { fillOrders } from "./fill-orders";

const ORDERS = Number(process.env.ORDERS ?? 1_000_000);
const DAYS = 365;
const ROUNDS = 20;

const stage = await raiseStage(console.error);
const { deps, owner, seeded } = stage;
const random = seededRandom(3);

const branches = Object.values(seeded.branches);
const [account] = await owner<{ id: string }[]>`select id from accounts order by id limit 1`;
const person: Person = {
  accountId: account!.id,
  organisationId: seeded.organisationId,
  botId: seeded.bots.staff!,
  roles: ["manager"],
  branches: "all",
  branchesOf: { manager: "all" },
  courierId: null,
  sessionId: null,
};

const pick = (most: number): number => Math.floor(random() * most);
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What managers ask, by kind; each time of something else. */
const QUESTIONS: Record<string, () => Record<string, unknown>> = {
  newest: () => ({}),
  dearest: () => ({ sort: "total" }),
  oldest: () => ({ direction: "asc" }),
  branch: () => ({ branchId: branches[pick(branches.length)] }),
  status: () => ({ status: "failed" }),
  branchStatus: () => ({ branchId: branches[pick(branches.length)], status: "returned" }),
  days: () => ({ from: dayBefore(100 + pick(100)), to: dayBefore(90) }),
  payment: () => ({ payment: "invoice" }),
  phone: () => ({ q: String(1_000 + pick(9_000)) }),
  name: () => ({ q: `Name${pick(5_000)}` }),
  nameOften: () => ({ q: "Name0" }),
  fullName: () => ({ q: `Name${pick(50)} Family${pick(50)}` }),
  nobody: () => ({ q: "Nobody Whatsoever" }),
};

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

/** The first page, and one that lies a few pages on. */
async function askOnce(question: Record<string, unknown>): Promise<number[]> {
  const query = OrderTableQuery.parse(question);
  const times: number[] = [];
  let after: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    times.push(
      await timed(async () => {
        const { next } = await listOrderTable(deps, person, { ...query, after });
        after = next ?? undefined;
      }),
    );
    if (!after) break;
  }
  return times;
}

/** Prints how Postgres went about the list of this question. */
async function explain(kind: string, question: Record<string, unknown>): Promise<void> {
  const statements: { text: string; parameters: unknown[] }[] = [];
  deps.sql.options.debug = (_connection, text, parameters) =>
    void statements.push({ text, parameters: [...parameters] });
  await listOrderTable(deps, person, OrderTableQuery.parse(question));
  deps.sql.options.debug = false;
  const list = statements.find(({ text }) => text.includes("page as materialized"))!;
  const rows = await owner.unsafe(`explain (analyze, buffers) ${list.text}`, list.parameters as string[]);
  console.error(`\n${kind}\n${rows.map((row) => row["QUERY PLAN"]).join("\n")}`);
}

try {
  console.error(`filling ${ORDERS} orders …`);
  await fillOrders(owner, ORDERS, {
    organisationId: seeded.organisationId,
    botId: seeded.bots.customer!,
    accountId: account!.id,
    days: DAYS,
  });
  const kinds: Record<string, number> = {};
  const all: number[] = [];
  for (const [kind, question] of Object.entries(QUESTIONS)) {
    await askOnce(question()); // the first one warms up
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(...(await askOnce(question())));
    kinds[kind] = Number(quantile(times, 0.95).toFixed(1));
    all.push(...times);
    console.error(`${kind}: p95 ${kinds[kind]} ms`);
    if (process.env.PLANS) await explain(kind, question());
  }
  const [worst] = Object.entries(kinds).sort((one, other) => other[1] - one[1]);
  console.log(JSON.stringify({ orders: ORDERS, p95Ms: Number(quantile(all, 0.95).toFixed(1)), worst, kinds }));
} finally {
  await stage.close();
}
