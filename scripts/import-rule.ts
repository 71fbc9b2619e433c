import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOMS = ["shared", "drizzle", "api", "bots", "miniapps", "sim", "scripts"];
const root = join(import.meta.dirname, "..");

/**
 * The command that checks who imports whom in the project below `folder`, to be run there. Bun runs it, since the tool
 * refuses Node 20; with TypeScript 7 it would read no .ts file and find nothing, hence TypeScript 6 beside it.
 */
export const importRuleCommand = (folder: string): string[] => [
  process.execPath,
  "--bun",
  join(root, "node_modules", ".bin", "depcruise"),
  "--config",
  join(root, ".dependency-cruiser.mjs"),
  ...ROOMS.filter((room) => existsSync(join(folder, room))),
];
