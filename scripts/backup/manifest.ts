import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { sumOf } from "./copy-file";

const FILE = "manifest.json";

/** Below the backup's folder, and nowhere else. */
const inside = z.string().refine((path) => !path.startsWith("/") && !path.split("/").includes(".."));

const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** `cluster`: the files of our own server; `dump`: what pg_dump wrote of somebody else's. */
  database: z.enum(["cluster", "dump"]),
  /** The server's version. */
  postgres: z.string(),
  /** Of a cluster: where its log ended. Everything that was committed before is in it. */
  lsn: z.string().nullable(),
  /** How many migrations the database had seen: older code cannot run it. */
  migrations: z.int(),
  /** Whether pictures are inside; those in S3 are not. */
  pictures: z.boolean(),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Written last: a folder without it is no backup. */
export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(join(folder, FILE), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });

/**
 * Reads what a backup says of itself and looks whether that is what lies there, byte by byte.
 * @throws SetupProblem that names the first file which is missing, changed or not of it
 */
export async function verifiedManifest(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const { path, bytes, sha256 } of manifest.files) {
    if (!existsSync(join(folder, path))) throw damaged(folder, `${path} is missing`);
    const found = await sumOf(join(folder, path));
    if (found.bytes !== bytes || found.sha256 !== sha256) throw damaged(folder, `${path} has changed`);
  }
  const known = new Set([FILE, ...manifest.files.map(({ path }) => path)]);
  const stranger = filesBelow(folder).find((path) => !known.has(path));
  if (stranger) throw damaged(folder, `${stranger} is not of it`);
  return manifest;
}

function readManifest(folder: string): Manifest {
  if (!existsSync(join(folder, FILE)))
    throw new SetupProblem(`${folder} is no backup: it has no ${FILE}. A whole one is made by: bun run backup`);
  const text = readFileSync(join(folder, FILE), "utf8");
  const parsed = Manifest.safeParse(parsedJson(text));
  if (!parsed.success) throw damaged(folder, `${FILE} cannot be read`);
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const damaged = (folder: string, how: string): SetupProblem =>
  new SetupProblem(`The backup ${folder} is damaged (${how}): nothing was changed; take another one.`);
