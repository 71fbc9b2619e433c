/** Plays a recorded day through the running product, and says how it went. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDay } from "#sim/bench/dispatch/city/read-day";
import { type ReplayOptions, replayOptions } from "./options";
import { printReport } from "./print-report";
import { replay } from "./replay";
import { chooseScene, type Scene } from "./scene";

const BAD_INPUT = 2;

const { options, scene } = understood();
const folder = mkdtempSync(join(tmpdir(), "peyk-replay-"));
const say = (line: string) => console.error(line);
const { orders, couriers, branches } = scene;
say(`replay: ${orders.length} orders, ${couriers.length} couriers, ${branches.length} branches, logs in ${folder}`);
const report = await replay(scene, options, folder, say);
printReport(report, (line) => console.log(line));
const failed = report.violations.length > 0;
if (!options.keep && !failed && report.errors.length === 0) rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);

/** What was asked for; whatever is wrong with it is said in one line. */
function understood(): { options: ReplayOptions; scene: Scene } {
  try {
    const options = replayOptions(process.argv.slice(2));
    return { options, scene: chooseScene(readDay(options.day), options) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`replay: ${error.message}`);
    process.exit(BAD_INPUT);
  }
}
