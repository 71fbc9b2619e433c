import { existsSync } from "node:fs";
import { join } from "node:path";
import { claimInstance } from "./start/instance";
import { dataFolder, removeData } from "./start/open-data";
import { explain, say } from "./start/say";

const data = dataFolder(join(import.meta.dir, ".."));

async function reset(): Promise<void> {
  if (!existsSync(data)) return say("there is no data");
  await claimInstance(join(data, "running.json")); // refuses while Peyk runs, and ends what a killed run left
  const sure = process.argv.includes("--yes") || confirm(`Delete every order, person and picture in ${data}?`);
  if (!sure) return say("nothing was deleted; without a terminal add: npm run reset -- --yes");
  removeData(data);
  say("all data is gone; npm start begins afresh");
}

await reset().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
