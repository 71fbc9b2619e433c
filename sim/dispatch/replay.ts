/**
 * `bun run dispatch:replay <round>`: decides a recorded round again and says whether it comes out the same.
 * `bun run dispatch:replay --policy optimised [--branch ID] [--day 2026-11-21]`: tries a policy on the recorded rounds of
 * a day, before it is switched on.
 */
import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { Db } from "#api/platform/database";
import { dispatchRounds } from "#drizzle/schema/index";
import { DispatchPolicyKind } from "#shared/delivery/dispatch-settings";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { runCommand } from "#sim/stack/run-command";
import { openInstallation } from "./open-database";
import { inputsOf, replayRound } from "./replay-round";
import { type Tried, tryPolicy } from "./try-policy";

const USAGE = "Which round? bun run dispatch:replay <round id>, see dispatch:explain; or try --policy <name>";

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { policy: { type: "string" }, branch: { type: "string" }, day: { type: "string" } },
  });
  const [roundId] = positionals;
  if (!roundId && !values.policy) throw new SetupProblem(USAGE);
  const policy = values.policy === undefined ? null : policyOf(values.policy);
  const { db, close } = openInstallation();
  try {
    if (roundId) await replay(db, roundId);
    else if (policy) print(policy, await tryPolicy(db, { policy, branchId: values.branch, day: values.day }));
  } finally {
    await close();
  }
});

function policyOf(name: string): DispatchPolicyKind {
  const parsed = DispatchPolicyKind.safeParse(name);
  if (!parsed.success) throw new SetupProblem(`${name} is no policy: ${DispatchPolicyKind.options.join(", ")}`);
  return parsed.data;
}

function print(policy: DispatchPolicyKind, trials: readonly Tried[]): void {
  if (trials.length === 0) console.log("No round of that day was recorded; rounds are kept for three days");
  for (const { branchId, name, rounds, recorded, tried } of trials) {
    console.log(`${name}, ${rounds} rounds of its city`);
    console.table({ "as recorded": recorded, [policy]: tried });
    console.log(JSON.stringify({ branch: branchId, policy, rounds, recorded, tried }));
  }
}

async function replay(from: Db, id: string): Promise<void> {
  const [round] = await from
    .select()
    .from(dispatchRounds)
    .where(eq(sql`${dispatchRounds.id}::text`, id));
  if (!round) throw new SetupProblem(`There is no round ${id}; rounds are kept for three days`);
  const replayed = replayRound(inputsOf(round));
  for (const { policy, same, recorded, now } of replayed.filter((part) => !part.same))
    console.log(`${policy}, same ${same}\nrecorded ${JSON.stringify(recorded)}\nnow      ${JSON.stringify(now)}`);
  console.log(
    JSON.stringify({
      round: round.id,
      at: round.at,
      same: replayed.every(({ same }) => same),
      policies: replayed.map(({ policy }) => policy),
      offers: replayed.reduce((sum, { now }) => sum + now.offers.length, 0),
    }),
  );
}
