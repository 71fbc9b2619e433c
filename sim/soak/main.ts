/** Hours of orders through the real bots with a kill every two minutes: what grows, and what is left behind. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChaosStack } from "#sim/chaos/chaos-stack";
import { startChaosStack } from "#sim/chaos/chaos-stack";
import type { ChaosOptions } from "#sim/chaos/options";
import { runChaos } from "#sim/chaos/run-chaos";
import { memoryMbOf } from "#sim/stack/process-load";
import { understood } from "#sim/stack/understood";
import { type MemorySample, memoryTrend } from "./memory-lives";
import { soakOptions } from "./options";
import { growthOf, tableSizes } from "./table-growth";

const LOOK_EVERY_MS = 5_000;
const TELL_EVERY_MS = 300_000;
const GROWN_SHOWN = 12;
const say = (line: string) => console.error(line);
const round = (value: number, digits = 1) => Number(value.toFixed(digits));

const { minutes, killEveryMs, ordersPerSecond, seed, keep } = understood("soak", () =>
  soakOptions(process.argv.slice(2)),
);
const folder = mkdtempSync(join(tmpdir(), "peyk-soak-"));
const options: ChaosOptions = { seed, seconds: minutes * 60, ordersPerSecond, bots: "real", naive: false, keep };
say(`soak: ${minutes} min, ${ordersPerSecond} orders/s, a kill every ${killEveryMs / 1_000} s, logs in ${folder}`);
const stack = await startChaosStack(folder, options);
let failed = true;
try {
  failed = await soak(stack);
} finally {
  await stack.stop();
  if (!keep && !failed) rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function soak(running: ChaosStack): Promise<boolean> {
  const before = await tableSizes(running.ownerUrl);
  const memory = watchMemory(running);
  const outcome = await runChaos(running, options, say, killEveryMs);
  memory.stop();
  const grown = growthOf(before, await tableSizes(running.ownerUrl));
  const queued = await queueDepth(running.apiUrl);
  const unpurged = grown.filter(({ emptiedBy }) => emptiedBy === "nobody").map(({ table }) => table);
  const orders = outcome.figures.acknowledged ?? 0;
  const trends = Object.fromEntries(Object.entries(memory.samples).map(([name, seen]) => [name, memoryTrend(seen)]));
  for (const [name, { peakMb, slopeMbPerHour, watchedMinutes }] of Object.entries(trends)) {
    const slope = slopeMbPerHour === null ? "too short to tell" : `${round(slopeMbPerHour)} MB/h`;
    console.log(`${name.padEnd(9)} at most ${Math.round(peakMb)} MB, ${slope} over ${Math.round(watchedMinutes)} min`);
  }
  for (const { table, rows, bytes, emptiedBy } of grown.slice(0, GROWN_SHOWN))
    console.log(`${table.padEnd(18)} ${Math.round(rows)} rows, ${Math.round(bytes / orders)} B an order, ${emptiedBy}`);
  const bytes = grown.reduce((sum, table) => sum + table.bytes, 0);
  console.log(
    JSON.stringify({
      ...outcome.figures,
      minutes,
      queued,
      kbPerOrder: round(bytes / orders / 1_024),
      unpurged,
      slopeMbPerHour: Object.fromEntries(
        Object.entries(trends).map(([name, { slopeMbPerHour: slope }]) => [name, slope && round(slope)]),
      ),
    }),
  );
  return outcome.failed || unpurged.length > 0;
}

/** Looks at each process every five seconds, and tells every five minutes what it saw. */
function watchMemory({ victims }: ChaosStack): { samples: Record<string, MemorySample[]>; stop(): void } {
  const samples = Object.fromEntries(Object.keys(victims).map((name) => [name, [] as MemorySample[]]));
  const look = () => {
    for (const [name, victim] of Object.entries(victims)) {
      const pid = victim.pid();
      const mb = pid === null ? 0 : memoryMbOf(pid);
      if (pid !== null && mb > 0) samples[name]!.push({ pid, atMs: Date.now(), mb });
    }
  };
  const tell = () =>
    say(
      Object.entries(samples)
        .map(([name, seen]) => `${name} ${Math.round(seen.at(-1)?.mb ?? 0)} MB`)
        .join(", "),
    );
  const timers = [setInterval(look, LOOK_EVERY_MS), setInterval(tell, TELL_EVERY_MS)];
  return { samples, stop: () => timers.forEach(clearInterval) };
}

/** Jobs that wait, run or sleep, as the API counts them. */
async function queueDepth(apiUrl: string): Promise<number> {
  const text = await (await fetch(`${apiUrl}/metrics`)).text();
  return [...text.matchAll(/^peyk_queue_depth\{[^}]*\} (\d+)/gm)].reduce((sum, [, depth]) => sum + Number(depth), 0);
}
