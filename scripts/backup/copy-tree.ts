import type { Dirent } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type CopiedFile, copyFile } from "./copy-file";

export type Copied = { folders: string[]; files: CopiedFile[] };
type Copying = {
  from: string;
  /** The backup's folder. */
  to: string;
  /** Below it, where the tree is put. */
  under: string;
  /** `path` is from the tree's root. */
  skips?: (path: string, entry: Dirent) => boolean;
};

/** Copies a folder with everything in it. What vanishes meanwhile is left out. */
export async function copyTree({ from, to, under, skips = () => false }: Copying): Promise<Copied> {
  const copied: Copied = { folders: [], files: [] };
  const walk = async (path: string): Promise<void> => {
    const here = join(under, path);
    await mkdir(join(to, here), { recursive: true, mode: 0o700 });
    copied.folders.push(here);
    const entries = (await unlessGone(readdir(join(from, path), { withFileTypes: true }))) ?? [];
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (skips(inner, entry)) continue;
      if (entry.isDirectory()) await walk(inner);
      if (!entry.isFile()) continue;
      const file = await unlessGone(copyFile(join(from, inner), join(to, under, inner)));
      if (file) copied.files.push({ path: join(under, inner), ...file });
    }
  };
  await walk("");
  return copied;
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
