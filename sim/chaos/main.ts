/** Kills things while orders arrive, and counts what is missing afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { understood } from "#sim/stack/understood";
import { startChaosStack } from "./chaos-stack";
import { chaosOptions } from "./options";
import { runChaos } from "./run-chaos";

const say = (line: string) => console.error(line);

const options = understood("chaos", () => chaosOptions(process.argv.slice(2)));
const folder = mkdtempSync(join(tmpdir(), "peyk-chaos-"));
const { seed, seconds, ordersPerSecond } = options;
say(`chaos: seed ${seed}, ${ordersPerSecond} orders/s for ${seconds} s, ${options.bots} bots, logs in ${folder}`);
const stack = await startChaosStack(folder, options);
let failed = true;
try {
  const outcome = await runChaos(stack, options, say);
  console.log(JSON.stringify(outcome.figures));
  failed = outcome.failed;
} finally {
  await stack.stop();
  if (!options.keep && !failed) rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
