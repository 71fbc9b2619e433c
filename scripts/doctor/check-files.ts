import { accessSync, constants, existsSync } from "node:fs";
import { loadConfig } from "#api/config";
import { clockOf } from "#api/platform/create-deps";
import { createStorage } from "#api/platform/storage/create-storage";
import { roomIn } from "../start/disk-room";
import type { Env } from "../start/environment";
import { causeOf, type Finding, good, problem } from "./finding";

const GB = 1_000_000_000;
/** The log may grow by this much while a reader is away (max_slot_wal_keep_size), and a backup wants room as well. */
const ENOUGH_BYTES = 3 * GB;

export function checkDataFolder(folder: string): Finding[] {
  return [permissionFinding(folder), roomFinding(folder, roomIn(folder))];
}

function permissionFinding(folder: string): Finding {
  if (!existsSync(folder)) return good("data folder", `${folder} will be made by npm start`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return good("data folder", `${folder} can be written`);
  } catch (error) {
    return problem("data folder", causeOf(error), "give yourself the right, or set DATA_FOLDER to a folder of yours");
  }
}

export function roomFinding(folder: string, roomBytes: number): Finding {
  const free = `${(roomBytes / GB).toFixed(1)} GB are free at ${folder}`;
  if (roomBytes >= ENOUGH_BYTES) return good("disk", free);
  return problem("disk", `only ${free}`, "make room: old backups, logs, other programs' files");
}

/** Where pictures lie: can it be written, does it answer? */
export async function checkPictures(env: Env): Promise<Finding[]> {
  const what = env.S3_ENDPOINT ? "pictures in S3" : "pictures in a folder";
  try {
    const config = loadConfig({ DATABASE_URL: "postgres://any/any", REDIS_URL: "redis://any", ...env });
    await createStorage(config, clockOf(config)).ready();
    return [good(what, env.S3_ENDPOINT || config.STORAGE_FOLDER)];
  } catch (error) {
    const todo = env.S3_ENDPOINT ? "look at the four S3 variables and the bucket" : "look at STORAGE_FOLDER";
    return [problem(what, causeOf(error), todo)];
  }
}
