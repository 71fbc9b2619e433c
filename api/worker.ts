/** The background process: alarms, sweeps, dispatch rounds, tidying up. Any number of them may run. */

import { Elysia } from "elysia";
import { loadConfig } from "./config";
import { startAlarmWorkers } from "./jobs/alarm-workers";
import { DEADLINES } from "./jobs/deadlines";
import { learnFromHistory } from "./jobs/learn.job";
import { startPeriodic } from "./jobs/periodic";
import { positionDays } from "./jobs/position-days.job";
import { purgeOld } from "./jobs/purge.job";
import { startRefilling } from "./jobs/refill-positions.job";
import { startSweeper } from "./jobs/sweep";
import { healthRoutes } from "./modules/health/health.routes";
import { createDeps } from "./platform/create-deps";
import { runUntilStopped } from "./platform/run-until-stopped";

const config = loadConfig(process.env);
const { deps, close } = createDeps(config, "worker");
const stopAlarms = startAlarmWorkers(deps, DEADLINES);
const stopSweeper = startSweeper(deps, DEADLINES);
const stopPeriodic = startPeriodic(deps, [positionDays, purgeOld, learnFromHistory]);
const stopRefilling = startRefilling(deps);
const health = new Elysia().use(healthRoutes(deps)).listen({ hostname: config.HOST, port: config.WORKER_PORT });
deps.log.info({ port: config.WORKER_PORT }, "the worker is ready");

await runUntilStopped();
await health.stop();
stopRefilling();
await Promise.all([stopSweeper(), stopAlarms(), stopPeriodic()]);
await close();
process.exit(0);
