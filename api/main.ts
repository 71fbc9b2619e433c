/** The HTTP process. Any number of them may run behind one origin. */
import { setTimeout as pause } from "node:timers/promises";
import { buildApp } from "./app";
import { loadConfig } from "./config";
import { createDeps } from "./platform/create-deps";
import { runUntilStopped } from "./platform/run-until-stopped";

/** Machine time for the answers that are under way when the process is asked to end. */
const LAST_ANSWERS_MS = 8_000;

const config = loadConfig(process.env);
const { deps, close } = createDeps(config, "api");
const app = buildApp(deps).listen({ hostname: config.HOST, port: config.PORT });
deps.log.info({ port: config.PORT }, "the API is ready");

await runUntilStopped();
deps.stopping.abort();
await Promise.race([app.stop(), pause(LAST_ANSWERS_MS)]);
if (app.server) await app.stop(true);
await close();
process.exit(0);
