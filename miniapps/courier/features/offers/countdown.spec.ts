import { describe, expect, it } from "vitest";
import { countdownOf } from "./countdown";

const offer = { offeredAtMs: 1_000_000, expiresAtMs: 1_040_000 };

describe("the time to answer an offer", () => {
  it("runs from the whole to nothing, and the last second is still a second", () => {
    expect(countdownOf(offer, 1_000_000)).toEqual({ secondsLeft: 40, share: 1, urgent: false, over: false });
    expect(countdownOf(offer, 1_030_000)).toEqual({ secondsLeft: 10, share: 0.25, urgent: true, over: false });
    expect(countdownOf(offer, 1_039_999)).toMatchObject({ secondsLeft: 1, over: false });
    expect(countdownOf(offer, 1_040_000)).toMatchObject({ secondsLeft: 0, share: 0, over: true });
  });

  it("is never more than the whole, and never less than nothing", () => {
    expect(countdownOf(offer, 0)).toMatchObject({ secondsLeft: 40, share: 1 });
    expect(countdownOf(offer, 9_000_000)).toMatchObject({ secondsLeft: 0, over: true });
  });
});
