import { createHmac } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { file, write } from "bun";
import type { Config } from "#api/config";
import type { Clock } from "#shared/kernel/clock";
import { sameSecret } from "../secrets";
import type { Storage } from "./storage";

/** What a signed URL of the folder allows: one method, one key, until then; for an upload one type and size. */
export type Grant = { method: "GET" | "PUT"; key: string; expiresAtMs: number; contentType: string; bytes: number };

export type FolderStorage = Storage & {
  /** The grant that these query parameters carry, or `null` when they were made up or are too late. */
  granted(method: string, key: string, query: Record<string, string | undefined>): Grant | null;
};

/** A folder with signed URLs of our own; the API serves them under `/storage/…`. Ages of URLs are machine time. */
export function createFolderStorage(config: Config, clock: Clock): FolderStorage {
  const root = config.STORAGE_FOLDER;
  const nowMs = () => clock.realNow().getTime();
  const sign = (grant: Grant) =>
    createHmac("sha256", config.STORAGE_SECRET)
      .update([grant.method, grant.key, grant.expiresAtMs, grant.contentType, grant.bytes].join("\n"))
      .digest("base64url");
  const urlOf = (grant: Grant) => {
    const query = new URLSearchParams({
      expires: String(grant.expiresAtMs),
      type: grant.contentType,
      bytes: String(grant.bytes),
      signature: sign(grant),
    });
    return `${config.PUBLIC_URL}/storage/${grant.key}?${query}`;
  };
  return {
    uploadUrl: async (key, { contentType, bytes, expiresIn }) =>
      urlOf({ method: "PUT", key, expiresAtMs: nowMs() + expiresIn * 1_000, contentType, bytes }),
    downloadUrl: async (key, expiresIn) =>
      urlOf({ method: "GET", key, expiresAtMs: nowMs() + expiresIn * 1_000, contentType: "", bytes: 0 }),
    granted(method, key, { expires, type, bytes, signature }) {
      if (method !== "GET" && method !== "PUT") return null;
      const grant: Grant = { method, key, expiresAtMs: Number(expires), contentType: type ?? "", bytes: Number(bytes) };
      const genuine = sameSecret(signature ?? "", sign(grant));
      return genuine && grant.expiresAtMs > nowMs() ? grant : null;
    },
    async stat(key) {
      const stored = file(pathIn(root, key));
      if (!(await stored.exists())) return null;
      return { bytes: stored.size, contentType: await file(`${pathIn(root, key)}.type`).text() };
    },
    async read(key) {
      const stored = file(pathIn(root, key));
      return (await stored.exists()) ? stored.bytes() : null;
    },
    async write(key, bytes, contentType) {
      await mkdir(dirname(pathIn(root, key)), { recursive: true });
      await write(`${pathIn(root, key)}.type`, contentType);
      await write(pathIn(root, key), bytes);
    },
    async remove(key) {
      await Promise.all([rm(pathIn(root, key), { force: true }), rm(`${pathIn(root, key)}.type`, { force: true })]);
    },
    async ready() {
      await mkdir(root, { recursive: true });
    },
  };
}

/** @throws RangeError when a key would leave the folder: keys are ours, so that is a bug */
function pathIn(root: string, key: string): string {
  const path = join(root, normalize(key));
  if (!path.startsWith(normalize(root) + sep)) throw new RangeError("a storage key outside the folder");
  return path;
}
