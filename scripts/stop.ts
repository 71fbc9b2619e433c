/** `bun run stop`: ends what runs from this folder, wherever it was started, and waits until it is over. */
import { join } from "node:path";
import { runCommand } from "#sim/stack/run-command";
import { stopInstance } from "./start/instance";
import { dataFolder } from "./start/open-data";
import { say } from "./start/say";

/** Messages that were claimed are sent first, and PostgreSQL takes its time to write what it holds. */
const LIMIT_MS = 90_000;

await runCommand(async () => {
  const ran = await stopInstance(join(dataFolder(join(import.meta.dir, "..")), "running.json"), LIMIT_MS);
  say(ran ? "Peyk has stopped" : "nothing runs from this folder");
});
