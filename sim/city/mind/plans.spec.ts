import { describe, expect, it } from "vitest";
import { choose, type Plans, type Wish } from "./plans";

const wish = (about: string, waitMs: number): Wish => ({ about, deed: { do: "type", text: about }, waitMs });
const PATIENCE_MS = 10_000;
const at = (nowMs: number, wishes: Wish[], plans: Plans = new Map()) => choose(plans, wishes, nowMs, PATIENCE_MS);

describe("what somebody gets to", () => {
  it("takes a while, and is done when the while is over", () => {
    const first = at(0, [wish("offer", 3_000)]);
    expect(first).toMatchObject({ wish: null, nextMs: 3_000 });
    expect(at(2_999, [wish("offer", 3_000)], first.plans).wish).toBeNull();
    expect(at(3_000, [wish("offer", 3_000)], first.plans).wish?.about).toBe("offer");
  });

  it("is what stands first among what is due", () => {
    const { plans } = at(0, [wish("card", 1_000), wish("ring", 1_000)]);
    expect(at(1_000, [wish("card", 1_000), wish("ring", 1_000)], plans).wish?.about).toBe("card");
  });

  it("is done again only when patience has run out, and left alone for a minute after five tries", () => {
    let plans: Plans = new Map();
    const doneAt: number[] = [];
    for (let nowMs = 0; nowMs < 120_000; nowMs += 1_000) {
      const choice = at(nowMs, [wish("dead button", 0)], plans);
      plans = choice.plans;
      if (choice.wish) doneAt.push(nowMs);
    }
    expect(doneAt).toEqual([0, 10_000, 20_000, 30_000, 40_000, 100_000, 110_000]);
  });

  it("is forgotten when it no longer stands there", () => {
    const { plans } = at(0, [wish("offer", 3_000)]);
    expect(at(1_000, [], plans)).toMatchObject({ wish: null, nextMs: Number.POSITIVE_INFINITY });
    expect(at(1_000, [], plans).plans.size).toBe(0);
  });
});
