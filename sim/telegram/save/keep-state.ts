import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { WorldState } from "../world/state";
import { emptyState } from "../world/world";

// Raised when the shape of the state changes: an older file is then left aside, not half understood.
const VERSION = 1;
const SAVE_EVERY_MS = 3_000;

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

  const save = async () => {
    if (!isDirty) return;
    isDirty = false;
    const bytes = serialize(state);
    // Written aside and renamed: a crash in between leaves the former file whole.
    await Bun.write(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
  };

  let saving = Promise.resolve();
  const timer = setInterval(() => {
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
