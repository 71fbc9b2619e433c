import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { mustHaveRoom, sizeOf } from "../start/disk-room";
import { copyCluster } from "./copy-cluster";
import { type CopiedFile, copyFile, sumOf } from "./copy-file";
import { type Copied, copyTree } from "./copy-tree";
import { databaseFacts } from "./database-facts";
import { dumpDatabase } from "./dump-database";
import { type Manifest, writeManifest } from "./manifest";
import { type OwnPostgres, withOwnPostgres } from "./own-postgres";
import { SETTINGS } from "./prepare-files";

export type Installation = {
  data: string;
  /** Of a server that is not ours. */
  databaseUrl: string | undefined;
  /** Null where they lie in S3. */
  pictures: string | null;
};
type Taking = Installation & {
  /** Where backups lie, each in a folder of its own. */
  to: string;
  at: Date;
};

const UNFINISHED = ".unfinished";

/**
 * Takes a backup while everything runs. It has another name until it is whole.
 * @returns its folder
 * @throws SetupProblem
 */
export async function takeBackup({ to, at, ...from }: Taking): Promise<string> {
  const name = `peyk-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  const folder = join(to, name);
  const unfinished = `${folder}${UNFINISHED}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    writeManifest(unfinished, { format: 1, takenAt: at.toISOString(), ...(await copyAll(from, unfinished)) });
    if (existsSync(folder)) throw new SetupProblem(`${folder} is there already: wait a second, then try again.`);
    renameSync(unfinished, folder);
    return folder;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

type Parts = Omit<Manifest, "format" | "takenAt">;

async function copyAll(from: Installation, to: string): Promise<Parts> {
  if (from.pictures) mustHaveRoom(to, sizeOf(from.pictures));
  const { copied, ...facts } = from.databaseUrl
    ? await dumpOf(from.databaseUrl, to)
    : await withOwnPostgres(from.data, (own) => copyOf(own, to));
  // After the database, so that every picture that a row speaks of is there.
  const pictures = from.pictures ? await copyTree({ from: from.pictures, to, under: "storage" }) : EMPTY;
  const settings = await copySettings(from.data, to);
  return {
    ...facts,
    pictures: from.pictures !== null,
    folders: [...copied.folders, ...pictures.folders],
    files: [...copied.files, ...pictures.files, ...settings],
  };
}

const EMPTY: Copied = { folders: [], files: [] };

async function copyOf({ url, cluster }: OwnPostgres, to: string) {
  mustHaveRoom(to, sizeOf(cluster));
  const { lsn, ...copied } = await copyCluster({ url, cluster, to, under: "postgres" });
  return { database: "cluster" as const, lsn, ...(await versionsOf(url)), copied };
}

async function dumpOf(url: string, to: string) {
  const facts = await versionsOf(url);
  const path = await dumpDatabase(url, to, facts.postgres);
  const file: CopiedFile = { path, ...(await sumOf(join(to, path))) };
  return { database: "dump" as const, lsn: null, ...facts, copied: { folders: [], files: [file] } };
}

async function versionsOf(url: string) {
  const { postgres, migrations } = await databaseFacts(url);
  return { postgres, migrations };
}

async function copySettings(data: string, to: string): Promise<CopiedFile[]> {
  const there = SETTINGS.filter((file) => existsSync(join(data, file)));
  return Promise.all(there.map(async (path) => ({ path, ...(await copyFile(join(data, path), join(to, path))) })));
}

/** Backups that are whole, the latest first. */
export const backupsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith("peyk-") && !name.endsWith(UNFINISHED))
        .sort()
        .reverse()
        .map((name) => join(folder, name))
    : [];
