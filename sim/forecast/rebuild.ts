/** `bun run learn:rebuild`: forgets what was learnt of kitchens, streets and couriers, and learns it anew from history. */
import { loadConfig } from "#api/config";
import { rebuildLessons } from "#api/modules/forecast/rebuild-lessons";
import { createDeps } from "#api/platform/create-deps";
import { installationEnv } from "#sim/stack/installation-env";
import { runCommand } from "#sim/stack/run-command";

await runCommand(async () => {
  const env = { LOG_LEVEL: "warn", ...installationEnv(process.env) };
  const { deps, close } = createDeps(loadConfig(env), "learn-rebuild");
  try {
    console.log(JSON.stringify({ learnt: await rebuildLessons(deps) }));
  } finally {
    await close();
  }
});
