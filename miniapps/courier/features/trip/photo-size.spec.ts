import { describe, expect, it } from "vitest";
import { fittingSize } from "./photo-size";

describe("the photo of a hand-over", () => {
  it("keeps its shape, is 1,600 pixels long at most, and is never made larger", () => {
    expect(fittingSize(4_000, 3_000)).toEqual({ width: 1_600, height: 1_200 });
    expect(fittingSize(3_000, 4_000)).toEqual({ width: 1_200, height: 1_600 });
    expect(fittingSize(800, 600)).toEqual({ width: 800, height: 600 });
    expect(fittingSize(16_000, 2)).toEqual({ width: 1_600, height: 1 });
  });
});
