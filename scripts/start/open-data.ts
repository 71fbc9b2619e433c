import { accessSync, constants, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { mustHaveRoom } from "./disk-room";

/** The folder of the data: `DATA_FOLDER`, else `.data` in the project. */
export const dataFolder = (root: string): string => resolve(root, process.env.DATA_FOLDER || join(root, ".data"));

/** An empty installation takes 120 MB; PostgreSQL stops when it cannot write its log. */
const NEEDED_BYTES = 500_000_000;

/**
 * Makes sure that the folder is there: it holds everything that survives a restart.
 * @throws SetupProblem when we may not write there, or nothing would fit
 */
export function openData(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupProblem(
      `Cannot write to ${folder} (${code}): give yourself the right, or set DATA_FOLDER to a folder of yours.`,
    );
  }
  mustHaveRoom(folder, NEEDED_BYTES);
  return folder;
}

/** Deletes the folder. As root below a closed home the database lies elsewhere and a link leads there. */
export function removeData(folder: string): void {
  for (const name of readdirSync(folder)) {
    const entry = join(folder, name);
    if (lstatSync(entry).isSymbolicLink()) rmSync(realpathSync(entry), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
