import { describe, expect, it } from "vitest";
import { frameCosts, p95, type TraceEvent } from "./frame-costs";

const event = (name: string, tsMs: number, durMs: number, tid = 1): TraceEvent => ({
  name,
  ph: "X",
  ts: tsMs * 1_000,
  dur: durMs * 1_000,
  pid: 1,
  tid,
});

describe("the cost of frames", () => {
  it("counts script and layout once, however deep they are nested, and leaves painting out", () => {
    const frames = frameCosts([
      event("FireAnimationFrame", 0, 5),
      event("FunctionCall", 1, 3),
      event("Layout", 6, 2),
      event("Paint", 8, 50),
      event("TimerFire", 40, 4),
    ]);
    expect(frames.map(Math.round)).toEqual([7, 0, 4]);
  });

  it("is that of the busiest main thread, not of a worker", () => {
    expect(frameCosts([event("Layout", 0, 1), event("FunctionCall", 0, 90, 2)])).toEqual([1]);
  });

  it("is told by the frame that 95 of 100 do not exceed", () => {
    expect(p95(Array.from({ length: 100 }, (_, index) => index + 1))).toBe(95);
  });
});
