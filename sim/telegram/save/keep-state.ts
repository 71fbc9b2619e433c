import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { WorldState } from "../world/state";
import { emptyState } from "../world/world";

// Raised when the shape of the state changes: an older file is then left aside, not half understood.
const VERSION = 1;
const SAVE_EVERY_MS = 3_000;

export type Keeper = { state: WorldState; stop(): Promise<void> };

/** Load the world of last time and keep writing it down. Without a directory nothing is kept. */
export async function keepState(directory: string | undefined): Promise<Keeper> {
  if (directory === undefined) return { state: emptyState(), stop: async () => {} };
  await mkdir(directory, { recursive: true });
  const path = join(directory, `world-v${VERSION}.bin`);
  const state = (await load(path)) ?? emptyState();
  let lastWritten = "";

  const save = async () => {
    const bytes = serialize(state);
    const digest = String(Bun.hash(bytes));
    if (digest === lastWritten) return;
    // Written aside and renamed: a crash in between leaves the former file whole.
    await Bun.write(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
    lastWritten = digest;
  };

  let saving = Promise.resolve();
  const timer = setInterval(() => {
    saving = saving.then(save);
  }, SAVE_EVERY_MS);
  return {
    state,
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
