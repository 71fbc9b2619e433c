import { describe, expect, it } from "vitest";
import { orderCode } from "./order-code";

describe("the code of an order", () => {
  it("is five letters without vowels", () => {
    expect(orderCode("0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6")).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{5}$/);
  });

  it("comes from the random end of the id, so that orders of one moment differ", () => {
    const [one, other] = ["a1b2c3d4e5f6", "a1b2c3d4e5f7"].map((end) => orderCode(`0192f0c1-2b3c-7d4e-8f90-${end}`));
    expect(one).not.toBe(other);
  });
});
