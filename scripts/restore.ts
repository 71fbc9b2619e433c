/** `bun run restore FOLDER [--yes]`: goes back to what `bun run backup` took. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { emptyRedis } from "./backup/empty-redis";
import { installationOf } from "./backup/installation";
import type { Manifest } from "./backup/manifest";
import { restore } from "./backup/restore";
import { backupsIn } from "./backup/take-backup";
import { dataFolder } from "./start/open-data";
import { explain, say } from "./start/say";

const root = join(import.meta.dir, "..");
const data = dataFolder(root);
const { values, positionals } = parseArgs({ options: { yes: { type: "boolean" } }, allowPositionals: true });

async function run(): Promise<void> {
  const [folder] = positionals;
  if (!folder) throw new SetupProblem(`Which one? ${choices()}`);
  const installation = installationOf(process.env, data);
  const { facts, former } = await restore({ ...installation, folder: resolve(folder), at: new Date(), sure });
  const { REDIS_URL, REDIS_PREFIX } = process.env;
  if (REDIS_URL)
    say(`Redis forgot ${await emptyRedis(REDIS_URL, REDIS_PREFIX || "peyk")} keys: they were of another moment`);
  const last = facts.lastOrderAt ? `, the last of ${facts.lastOrderAt.toISOString()}` : "";
  say(`restored: ${facts.orders} orders${last}`);
  if (former.length > 0) say(`what was there before is kept: ${former.join(", ")}`);
  say("now start as usual: npm start");
}

function sure({ takenAt }: Manifest): boolean {
  return values.yes || confirm(`Go back to ${takenAt}? What happened since is set aside.`);
}

function choices(): string {
  const known = backupsIn(join(root, "backups"));
  return known.length > 0
    ? `bun run restore ${known[0]}${known
        .slice(1)
        .map((one) => `\n  or ${one}`)
        .join("")}`
    : "bun run restore FOLDER, one that bun run backup made";
}

await run().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
