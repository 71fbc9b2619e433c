/** Plays a recorded day through the running product, and says how it went. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDay } from "#sim/bench/dispatch/city/read-day";
import { understood } from "#sim/stack/understood";
import { replayOptions } from "./options";
import { printReport } from "./print-report";
import { replay } from "./replay";
import { chooseScene } from "./scene";

const { options, scene } = understood("replay", () => {
  const asked = replayOptions(process.argv.slice(2));
  return { options: asked, scene: chooseScene(readDay(asked.day), asked) };
});
const folder = mkdtempSync(join(tmpdir(), "peyk-replay-"));
const say = (line: string) => console.error(line);
const { orders, couriers, branches } = scene;
say(`replay: ${orders.length} orders, ${couriers.length} couriers, ${branches.length} branches, logs in ${folder}`);
const report = await replay(scene, options, folder, say);
printReport(report, (line) => console.log(line));
const failed = report.violations.length > 0;
if (!options.keep && !failed && report.errors.length === 0) rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
