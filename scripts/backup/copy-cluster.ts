import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { type CopiedFile, copyFile, sumOf } from "./copy-file";
import { type Copied, copyTree } from "./copy-tree";
import { walSegments } from "./wal-segments";

/** Their content means nothing to another server, or is made anew by it: postgresql.org/docs/18/continuous-archiving.html */
const ONLY_FOLDERS = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const NOT_COPIED =
  /^(postmaster\.(pid|opts)|backup_label|tablespace_map)$|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)$/;
/** Says which checkpoint is the last: copied last, so that it never points past what was copied. */
const CONTROL_FILE = "global/pg_control";
const WAL_FOLDERS = ["pg_wal/archive_status", "pg_wal/summaries"];

type Copying = {
  /** Of the server's superuser. */
  url: string;
  cluster: string;
  /** The backup's folder; the cluster is put below it, as `under`. */
  to: string;
  under: string;
};

/**
 * Copies a running server's files between `pg_backup_start` and `pg_backup_stop`, and the write-ahead log that makes one
 * moment of them: everything that was committed until `pg_backup_stop` is in the copy, and work goes on meanwhile. Both calls must be of one session, so one connection does it all.
 */
export async function copyCluster({ url, cluster, to, under }: Copying): Promise<Copied & { lsn: string }> {
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: "backup" },
  });
  try {
    // Keeps the log since now until this session ends; otherwise a checkpoint may recycle what the copy needs.
    await sql`select pg_create_physical_replication_slot(${`peyk_backup_${process.pid}`}, true, true)`;
    await sql`select pg_backup_start('Peyk', fast => true)`;
    const skips = (path: string) => ONLY_FOLDERS.test(path) || NOT_COPIED.test(path) || path === CONTROL_FILE;
    const copied = await copyTree({ from: cluster, to, under, skips });
    copied.files.push(await copyOne(cluster, to, under, CONTROL_FILE));
    const [stopped] = await sql<Stopped[]>`
      select labelfile, spcmapfile, lsn::text, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)`;
    const { labelfile, spcmapfile, lsn, last } = stopped!;
    if (spcmapfile) throw new SetupProblem("This PostgreSQL has tablespaces outside its folder, which are not copied.");
    const segments = walSegments(/\(file ([\dA-F]{24})\)/.exec(labelfile)![1]!, last);
    for (const segment of segments) copied.files.push(await copySegment(cluster, to, under, segment));
    copied.files.push(await writeLabel(to, under, labelfile));
    copied.folders.push(...WAL_FOLDERS.map((folder) => join(under, folder)));
    return { ...copied, lsn };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type Stopped = { labelfile: string; spcmapfile: string; lsn: string; last: string };

const copyOne = async (cluster: string, to: string, under: string, path: string): Promise<CopiedFile> => ({
  path: join(under, path),
  ...(await copyFile(join(cluster, path), join(to, under, path))),
});

async function copySegment(cluster: string, to: string, under: string, segment: string): Promise<CopiedFile> {
  try {
    return await copyOne(cluster, to, under, join("pg_wal", segment));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new SetupProblem(
      "PostgreSQL wrote more during the backup than max_slot_wal_keep_size keeps: take it again at a quieter hour.",
    );
  }
}

/** Read by the server when it first starts on the copy: from where it has to read the log. */
async function writeLabel(to: string, under: string, text: string): Promise<CopiedFile> {
  const path = join(under, "backup_label");
  await writeFile(join(to, path), text, { mode: 0o600 });
  return { path, ...(await sumOf(join(to, path))) };
}
