import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { WorldState } from "../world/state";
import { emptyState } from "../world/world";

// Raised when the shape of the state changes: an older file is then left aside, not half understood.
const VERSION = 1;
const SAVE_EVERY_MS = 3_000;
/** Saving a large world takes a while: at most this share of the time goes into it. */
const SAVING_SHARE = 0.02;

export type Keeper = {
  state: WorldState;
  /** Something may have changed: write it down at the next turn. */
  touch(): void;
  stop(): Promise<void>;
};

/** Load the world of last time and keep writing it down. Without a directory nothing is kept. */
export async function keepState(directory: string | undefined): Promise<Keeper> {
  if (directory === undefined) return { state: emptyState(), touch: () => {}, stop: async () => {} };
  await mkdir(directory, { recursive: true });
  const path = join(directory, `world-v${VERSION}.bin`);
  const state = (await load(path)) ?? emptyState();
  let isDirty = true;
  let restsUntilMs = 0;

  const save = async () => {
    if (!isDirty) return;
    isDirty = false;
    const beganMs = performance.now();
    const bytes = serialize(state);
    restsUntilMs = performance.now() + (performance.now() - beganMs) / SAVING_SHARE;
    // Written aside and renamed: a crash in between leaves the former file whole.
    await Bun.write(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
  };

  let saving = Promise.resolve();
  const timer = setInterval(() => {
    if (performance.now() < restsUntilMs) return;
    saving = saving.then(save);
  }, SAVE_EVERY_MS);
  return {
    state,
    touch: () => {
      isDirty = true;
    },
    stop: async () => {
      clearInterval(timer);
      saving = saving.then(save);
      await saving;
    },
  };
}

async function load(path: string): Promise<WorldState | undefined> {
  const file = Bun.file(path);
  return (await file.exists()) ? (deserialize(Buffer.from(await file.arrayBuffer())) as WorldState) : undefined;
}
