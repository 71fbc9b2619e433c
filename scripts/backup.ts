/** `bun run backup [--to FOLDER] [--keep NUMBER]`: database, pictures and secrets as of one moment, while everything runs. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { installationOf } from "./backup/installation";
import { backupsIn, takeBackup } from "./backup/take-backup";
import { sizeOf } from "./start/disk-room";
import { dataFolder } from "./start/open-data";
import { explain, say } from "./start/say";

const root = join(import.meta.dir, "..");
const OPTIONS = { to: { type: "string", default: "backups" }, keep: { type: "string" } } as const;

async function backup(): Promise<void> {
  const { to, keep } = parseArgs({ options: OPTIONS }).values;
  const folder = resolve(root, to);
  const installation = installationOf(process.env, dataFolder(root));
  const started = performance.now();
  const made = await takeBackup({ ...installation, to: folder, at: new Date() });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  say(`backed up in ${seconds} s, ${(sizeOf(made) / 1_000_000).toFixed(0)} MB: ${made}`);
  if (!installation.pictures) say("pictures lie in S3 and are not in it: let its provider keep versions of them");
  say("it holds names, numbers and secrets, so keep it where nobody else reads; to go back to it:");
  say(`  bun run restore ${made}`);
  for (const old of keep ? backupsIn(folder).slice(Math.max(1, Number(keep))) : []) rmSync(old, { recursive: true });
}

await backup().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
