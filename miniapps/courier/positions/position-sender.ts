import type { PositionsAnswer, ReportedPosition } from "#shared/contracts/position";
import type { Milliseconds } from "#shared/kernel/units";
import { addFix, afterBatch, nextBatch, type PositionBuffer } from "./position-batch";

export type PositionDeps = {
  load(): Promise<PositionBuffer>;
  save(buffer: PositionBuffer): Promise<void>;
  /** Tells the API. @throws when nobody answers */
  report(batch: ReportedPosition[]): Promise<PositionsAnswer>;
};

export type PositionSender = {
  add(fix: ReportedPosition): void;
  /** Sends what waits, oldest first. To be called at a steady pace. */
  flush(): Promise<void>;
  /** The moment of the last fix that the API took, or `null`. */
  lastHeardAtMs(): Milliseconds | null;
  waiting(): number;
  /** Where the phone was last, sent or not. */
  lastFix(): ReportedPosition | null;
  /** @returns what stops it */
  subscribe(changed: () => void): () => void;
};

/** Gathers fixes, reports them in batches, and keeps on the phone what nobody answered. */
export function createPositionSender({ load, save, report }: PositionDeps): PositionSender {
  const watchers = new Set<() => void>();
  let buffer: PositionBuffer = [];
  let lastHeardAtMs: Milliseconds | null = null;
  let lastFix: ReportedPosition | null = null;
  let flushing: Promise<void> | null = null;
  const loaded = load().then((kept) => {
    buffer = [...kept, ...buffer].reduce<PositionBuffer>(addFix, []);
  });

  /** @returns whether more may be sent */
  const sendBatch = async (): Promise<boolean> => {
    const batch = nextBatch(buffer);
    const last = batch.at(-1);
    if (!last) return false;
    const { accepted } = await report(batch);
    if (accepted > 0) lastHeardAtMs = last.atMs;
    buffer = afterBatch(buffer, last.atMs);
    return buffer.length > 0;
  };

  const flushAll = async () => {
    await loaded;
    const before = buffer;
    try {
      while (await sendBatch());
    } finally {
      if (buffer.length > 0 || before.length > 0) await save(buffer);
      for (const watcher of watchers) watcher();
    }
  };

  return {
    add(fix) {
      lastFix = fix;
      buffer = addFix(buffer, fix);
    },
    flush() {
      flushing ??= flushAll()
        .catch(() => {}) // silence: the fixes are kept, and the next flush takes them along
        .finally(() => {
          flushing = null;
        });
      return flushing;
    },
    lastHeardAtMs: () => lastHeardAtMs,
    waiting: () => buffer.length,
    lastFix: () => lastFix,
    subscribe(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
