import { rmSync } from "node:fs";
import { join } from "node:path";
import { copyFile } from "./copy-file";
import type { Manifest } from "./manifest";
import { freshOf } from "./swap";

/** What an installation cannot be opened without, and what its owner said when it went live. */
export const SETTINGS: readonly string[] = ["secrets.json", "live.json"];

type Preparing = { folder: string; manifest: Manifest; data: string; pictures: string | null };

/**
 * Copies settings and pictures beside those that are there.
 * @returns the places that they shall take
 */
export async function prepareFiles({ folder, manifest, data, pictures }: Preparing): Promise<string[]> {
  const places: string[] = [];
  for (const { path } of manifest.files.filter(({ path }) => SETTINGS.includes(path))) {
    places.push(join(data, path));
    await copyFile(join(folder, path), freshOf(join(data, path)));
  }
  if (!manifest.pictures || !pictures) return places;
  const fresh = freshOf(pictures);
  rmSync(fresh, { recursive: true, force: true });
  for (const { path } of manifest.files.filter(({ path }) => path.startsWith("storage/")))
    await copyFile(join(folder, path), join(fresh, path.slice("storage/".length)));
  return [...places, pictures];
}
