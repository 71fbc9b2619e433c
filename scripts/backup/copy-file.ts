import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** A file of a backup: `path` from the backup's folder, with slashes. */
export type CopiedFile = { path: string; bytes: number; sha256: string };

const CHUNK_BYTES = 1_048_576;

/**
 * Copies a file as it is read, once, so that the sum is of the very bytes that were written. Who else writes to it
 * meanwhile may leave it torn: what was copied is then mended from the write-ahead log.
 */
export async function copyFile(from: string, to: string): Promise<Omit<CopiedFile, "path">> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const source = await open(from, "r");
  const target = await open(to, "w", 0o600).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  try {
    const sum = createHash("sha256");
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return { bytes, sha256: sum.digest("hex") };
      sum.update(chunk.subarray(0, bytesRead));
      await target.writeFile(chunk.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

/** The sum of a file that lies still. */
export async function sumOf(file: string): Promise<Omit<CopiedFile, "path">> {
  const sum = createHash("sha256");
  let bytes = 0;
  for await (const chunk of Bun.file(file).stream()) {
    sum.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: sum.digest("hex") };
}
