/** The HTTP process. Any number of them may run behind one origin. */
import { buildApp } from "./app";
import { loadConfig } from "./config";
import { createDeps } from "./platform/create-deps";
import { runUntilStopped } from "./platform/run-until-stopped";

const config = loadConfig(process.env);
const { deps, close } = createDeps(config, "api");
const app = buildApp(deps).listen({ hostname: config.HOST, port: config.PORT });
deps.log.info({ port: config.PORT }, "the API is ready");

await runUntilStopped();
await app.stop();
await close();
process.exit(0);
