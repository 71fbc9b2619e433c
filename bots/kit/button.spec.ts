import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { button } from "./button";

const take = button("offer.take");
const ID = "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6";

describe("a button", () => {
  it("brings back what it was given", () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 2 }), fc.stringMatching(/^[\w-]{0,6}$/), (ids, word) => {
        const data = button("a").pack(ids, word);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(button("a").read(data)).toEqual({ ids, word });
      }),
    );
  });

  it("reads nothing out of data that somebody made up", () => {
    fc.assert(fc.property(fc.string(), (data) => take.read(data) === null || take.pattern.test(data)));
    for (const data of ["offer.take:x", `offer.take:${ID}`, "offer.take:::", "offer.taken:", "offer.take:,", ""])
      expect(take.read(data)).toBeNull();
  });

  it("does not answer to a longer name", () => {
    expect(take.pattern.test(button("offer.taken").pack([ID]))).toBe(false);
  });

  it("refuses what Telegram would not carry", () => {
    expect(() => take.pack([ID, ID], "much-too-long-a-word")).toThrow(RangeError);
  });
});
