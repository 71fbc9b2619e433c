/** A process that holds the round lock of a region until it is killed. Says "held" once it does. */
import { loadConfig } from "#api/config";
import { withRoundLock } from "#api/modules/dispatch/round-lock";
import { createDeps } from "#api/platform/create-deps";

const { deps } = createDeps(loadConfig(process.env), "lock-holder");
await new Promise((ready) => deps.redis.once("ready", ready));
const outcome = await withRoundLock(deps, process.env.REGION_ID!, async (stillMine) => {
  console.log("held");
  for (;;) {
    await Bun.sleep(200);
    await stillMine();
  }
});
console.log(outcome.held ? "let go" : "busy");
