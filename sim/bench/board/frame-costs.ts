/** An entry of Chromium's trace, times in microseconds. */
export type TraceEvent = { name: string; ph: string; ts: number; dur?: number; pid: number; tid: number };

/** Only a main thread does these; which of them a run has depends on what moved. */
const OF_A_MAIN_THREAD = new Set(["UpdateLayoutTree", "Layout", "PrePaint"]);

const FRAME_US = 1_000_000 / 60;
/** Script and layout; painting is left out, since a software renderer's has nothing to do with anybody's. */
const COSTS = new Set([
  "EvaluateScript",
  "FunctionCall",
  "TimerFire",
  "FireAnimationFrame",
  "FireIdleCallback",
  "EventDispatch",
  "RunMicrotasks",
  "Layout",
  "UpdateLayoutTree",
  "MinorGC",
  "MajorGC",
]);

/**
 * Scripting and layout of the busiest main thread, frame by frame of a sixtieth of a second, in milliseconds. What runs
 * inside of something that is counted is not counted again.
 */
export function frameCosts(events: readonly TraceEvent[]): number[] {
  const counted = events.filter(({ name, ph, dur }) => ph === "X" && dur && COSTS.has(name));
  const threads = Map.groupBy(counted, ({ pid, tid }) => `${pid}:${tid}`);
  const mains = new Set(events.filter(({ name }) => OF_A_MAIN_THREAD.has(name)).map(({ pid, tid }) => `${pid}:${tid}`));
  const perThread = [...threads].filter(([thread]) => mains.has(thread)).map(([, own]) => framesOf(own));
  return perThread.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

function framesOf(events: readonly TraceEvent[]): number[] {
  const inOrder = [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const startUs = inOrder[0]?.ts ?? 0;
  const frames: number[] = [];
  let coveredUs = 0;
  for (const { ts, dur = 0 } of inOrder) {
    if (ts + dur <= coveredUs) continue;
    coveredUs = ts + dur;
    const frame = Math.floor((ts - startUs) / FRAME_US);
    while (frames.length <= frame) frames.push(0);
    frames[frame] = (frames[frame] ?? 0) + dur / 1_000;
  }
  return frames;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The value that 95 of 100 do not exceed. */
export const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)] ?? 0;
