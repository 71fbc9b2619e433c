/** `bun run doctor [--json]`: looks at everything that this installation stands on, and says what to do. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { examine } from "./doctor/examine";
import { lineOf } from "./doctor/finding";
import { dataFolder } from "./start/open-data";
import { say } from "./start/say";

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const findings = await examine(process.env, dataFolder(join(import.meta.dir, "..")));
const problems = findings.filter(({ state }) => state === "problem").length;

if (values.json) console.log(JSON.stringify({ ok: problems === 0, findings }));
else {
  for (const finding of findings) say(lineOf(finding));
  say(problems === 0 ? "everything is in order" : `${problems} problem(s)`);
}
process.exit(problems === 0 ? 0 : 1);
