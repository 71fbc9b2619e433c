import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every folder with a page of its own is a mini-app. `MINIAPPS=track,courier` narrows a build while one works on them. */
export function roomsOf(miniapps: string, only = process.env.MINIAPPS): string[] {
  const wanted = only?.split(",").filter(Boolean);
  return readdirSync(miniapps)
    .filter((name) => existsSync(join(miniapps, name, "index.html")))
    .filter((name) => !wanted?.length || wanted.includes(name))
    .sort();
}
