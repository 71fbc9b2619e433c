import { type Guard, outside } from "#api/platform/outside";
import type { Storage } from "./storage";

/**
 * A storage outside the house that may hang, stumble or be away.
 * @throws Refusal `request.busy` instead of what it threw
 */
export function guardedStorage(storage: Storage, guard?: Guard): Storage {
  const guarded = outside(guard);
  return {
    uploadUrl: (key, file) => guarded(() => storage.uploadUrl(key, file)),
    downloadUrl: (key, expiresIn) => guarded(() => storage.downloadUrl(key, expiresIn)),
    stat: (key) => guarded(() => storage.stat(key)),
    read: (key) => guarded(() => storage.read(key)),
    write: (key, bytes, contentType) => guarded(() => storage.write(key, bytes, contentType)),
    remove: (key) => guarded(() => storage.remove(key)),
    ready: () => guarded(() => storage.ready()),
  };
}
