import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrationCount } from "#drizzle/migrate";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { OLDEST_POSTGRES } from "#sim/stack/check-servers";
import { mustHaveRoom, sizeOf } from "../start/disk-room";
import { claimInstance } from "../start/instance";
import { openData } from "../start/open-data";
import type { DatabaseFacts } from "./database-facts";
import { type Manifest, verifiedManifest } from "./manifest";
import { prepareFiles } from "./prepare-files";
import { prepareCluster } from "./restore-cluster";
import { prepareDump } from "./restore-dump";
import { swapIn } from "./swap";
import type { Installation } from "./take-backup";

type Restoring = Installation & {
  folder: string;
  at: Date;
  /** Asked before anything is replaced. */
  sure(manifest: Manifest): boolean;
};
export type Restored = {
  facts: DatabaseFacts;
  /** Where that is kept which was there before. */
  former: string[];
};

/**
 * Goes back to a backup. It is looked through, copied beside what is there and tried, and only then takes its place. Our
 * own Redis begins empty: what it knew is of another moment.
 * @throws SetupProblem while Peyk runs, when nobody is sure, and when the backup does not fit what is here
 */
export async function restore({ folder, at, sure, ...to }: Restoring): Promise<Restored> {
  openData(to.data);
  const instance = await claimInstance(join(to.data, "running.json"));
  try {
    const manifest = await verifiedManifest(folder);
    mustFit(manifest, to);
    const replaces = manifest.database === "dump" || existsSync(join(to.data, "postgres"));
    if (replaces && !sure(manifest))
      throw new SetupProblem("Nothing was changed; without a terminal add --yes to the command.");
    mustHaveRoom(to.data, sizeOf(folder));
    const places = await prepareFiles({ folder, manifest, ...to });
    const { facts, swap, forget } = to.databaseUrl
      ? await prepareDump(folder, to.databaseUrl, at)
      : await prepareCluster({ folder, manifest, data: to.data });
    const former = [...(await swap()), ...[...places, join(to.data, "redis")].flatMap((place) => swapIn(place))];
    forget();
    return { facts, former };
  } finally {
    instance.release();
  }
}

function mustFit({ database, migrations, postgres }: Manifest, { databaseUrl }: Installation): void {
  if (migrations > migrationCount())
    throw new SetupProblem("This backup is of a newer Peyk: check out that version first, then try again.");
  if (database === "dump" && !databaseUrl)
    throw new SetupProblem("This backup is of a server of yours: set DATABASE_URL to the one it shall go to.");
  if (database === "cluster" && databaseUrl)
    throw new SetupProblem("This backup is of Peyk's own PostgreSQL: unset DATABASE_URL, then try again.");
  const major = Number.parseInt(postgres, 10);
  if (database === "cluster" && major !== OLDEST_POSTGRES)
    throw new SetupProblem(
      `This backup is of PostgreSQL ${major}, ours is ${OLDEST_POSTGRES}: restore it with the Peyk of its time.`,
    );
}
