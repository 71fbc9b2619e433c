/** `bun run learn:rebuild`: forgets what was learnt of kitchens, streets and couriers, and learns it anew from history. */
import { loadConfig } from "#api/config";
import { rebuildLessons } from "#api/modules/forecast/rebuild-lessons";
import { createDeps } from "#api/platform/create-deps";

const { deps, close } = createDeps(loadConfig(process.env), "learn-rebuild");
try {
  console.log(JSON.stringify({ learnt: await rebuildLessons(deps) }));
} finally {
  await close();
}
