import { describe, expect, it } from "vitest";
import { Refusal } from "#shared/kernel/refusal";
import { guardedStorage } from "./guarded-storage";
import type { Storage } from "./storage";

const guard = { timeoutMs: 20, attempts: 3, breakAfter: 2, halfOpenAfterMs: 60_000 };

/** A storage elsewhere whose every call goes the same way. */
function elsewhere(answer: () => Promise<never> | Promise<null>) {
  const calls = { count: 0 };
  const call = () => {
    calls.count += 1;
    return answer();
  };
  const storage: Storage = {
    uploadUrl: async () => "url",
    downloadUrl: async () => "url",
    stat: call,
    read: call,
    write: async () => {},
    remove: async () => {},
    ready: async () => {},
  };
  return { calls, storage: guardedStorage(storage, guard) };
}

describe("a storage outside the house", () => {
  it("is asked again when it stumbles", async () => {
    let left = 2;
    const { storage, calls } = elsewhere(() =>
      left-- > 0 ? Promise.reject(new Error("reset")) : Promise.resolve(null),
    );
    expect(await storage.stat("key")).toBeNull();
    expect(calls.count).toBe(3);
  });

  it("is waited for no longer than the limit, and then refused as busy", async () => {
    const { storage } = elsewhere(() => new Promise<never>(() => {}));
    await expect(storage.read("key")).rejects.toMatchObject(new Refusal("request.busy"));
  });

  it("is left alone once it has failed several times in a row", async () => {
    const { storage, calls } = elsewhere(() => Promise.reject(new Error("away")));
    for (let i = 0; i < 2; i += 1) await expect(storage.stat("key")).rejects.toThrow("request.busy");
    const asked = calls.count;
    await expect(storage.stat("key")).rejects.toThrow("request.busy");
    expect(calls.count).toBe(asked);
  });
});
