import { join } from "node:path";
import { buildMiniapps } from "#sim/stack/build-miniapps";
import type { StartPage } from "#sim/start-page/start-page";
import { goLive } from "./go-live/go-live";
import { liveLines } from "./go-live/live-lines";
import { withLive } from "./go-live/live-settings";
import { bringUpToDate } from "./start/bring-up-to-date";
import { mustBeReadable } from "./start/dot-env";
import { type Env, environmentOf } from "./start/environment";
import { addressesOf, claimInstance, type Instance } from "./start/instance";
import { dataFolder, openData } from "./start/open-data";
import { openStartPage } from "./start/open-start-page";
import { cityOf, processesOf } from "./start/processes";
import { explain, say, step } from "./start/say";
import { loadSecrets } from "./start/secrets";
import { seedOnce } from "./start/seed-once";
import { provideServers } from "./start/servers";
import { type ProcessRow, startProcess } from "./start/start-process";
import { createSupervisor } from "./start/supervisor";

const root = join(import.meta.dir, "..");
const data = dataFolder(root);
const logs = join(data, "logs");
const supervisor = createSupervisor({ say, started: (child) => instance?.remember(child) });
let instance: Instance | undefined;
/** Everything without the people of the city. */
const isQuiet = process.argv.includes("--quiet");
let startPage: StartPage | null = null;
let ending = false;
/** Asks for the tokens of real bots, and founds an empty business. */
const goesLive = process.argv.includes("--tokens");

async function bringUp(): Promise<void> {
  mustBeReadable(join(root, ".env"));
  openData(data);
  instance = await claimInstance(join(data, "running.json"));
  const secrets = loadSecrets(join(data, "secrets.json"));
  const given = withLive(process.env, data, goesLive);
  const own = await environmentOf({ STORAGE_FOLDER: join(data, "storage"), ...given }, secrets);

  const servers = { supervisor, env: own, data, password: secrets.POSTGRES_PASSWORD };
  const { databaseUrl, redisUrl } = await step("starting PostgreSQL and Redis", () => provideServers(servers));
  const MINIAPPS_FOLDER = await step("building the mini-apps", async () => buildMiniapps(root));
  const env: Env = { ...own, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, MINIAPPS_FOLDER };
  await step("migrating the database", () => bringUpToDate(databaseUrl));
  const live = goesLive ? await goLive(env, data) : undefined;
  Object.assign(env, live?.settings);
  instance.announce(addressesOf(env));
  await step("filling it with an example business", () => seedOnce(env));
  for (const group of processesOf(env, data))
    await step(`starting ${group.map(({ name }) => name).join(", ")}`, () => Promise.all(group.map(run)));

  const city = isQuiet ? null : cityOf(env);
  startPage = await openStartPage(env, city !== null);
  say(`Peyk is ready after ${(performance.now() / 1_000).toFixed(1)} s. Ctrl-C stops everything, the data stays.`);
  say(`API: ${env.PUBLIC_URL} · logs: ${logs}`);
  say(`Begin here: ${startPage?.url ?? `${env.PUBLIC_URL}/openapi`}`);
  if (live) for (const line of await liveLines(env, live.invitation)) say(line);
  if (city) await run(city);
}

const run = (row: ProcessRow) =>
  supervisor.run({ name: row.name, start: (stopping) => startProcess(row, { root, logs, stopping }) });

async function shutDown(exitCode: number): Promise<void> {
  if (ending) process.exit(1); // asked twice: the kernel and the next start end what is left
  ending = true;
  await startPage?.stop();
  await supervisor.stop();
  instance?.release();
  process.exit(exitCode);
}

function leave(): Promise<void> {
  say("stopping");
  return shutDown(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave());
// Who started us may be killed without a chance to tell us.
const parent = process.ppid;
setInterval(() => process.ppid === parent || ending || leave(), 1_000).unref();

await bringUp().catch(async (error: unknown) => {
  if (ending) return; // asked to stop half-way: what it waited for is gone
  console.error(`\n${explain(error)}`);
  await shutDown(1);
});
