import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromShortId, Id, toShortId } from "./ids";

const uuid = fc.uuid({ version: 7 });

describe("a short id", () => {
  it("comes back as the id it was made of", () => {
    fc.assert(
      fc.property(uuid, (id) => {
        expect(fromShortId(toShortId(id))).toBe(id);
      }),
    );
  });

  it("has 22 characters, all of them allowed in a link and a button", () => {
    fc.assert(
      fc.property(uuid, (id) => {
        expect(toShortId(id)).toMatch(/^[A-Za-z0-9_-]{22}$/);
      }),
    );
  });

  it("has one spelling: whatever is understood is spelt as we spell it", () => {
    const alphabet = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    const text = fc.string({ unit: alphabet, minLength: 22, maxLength: 22 });
    const lastCharacter = fc.tuple(uuid, alphabet).map(([id, last]) => toShortId(id).slice(0, 21) + last);
    fc.assert(
      fc.property(fc.oneof(text, lastCharacter), (short) => {
        const id = fromShortId(short);
        if (id !== null) expect([toShortId(id), Id.safeParse(id).success]).toEqual([short, true]);
      }),
    );
  });

  it("refuses a last character that carries spare bits", () => {
    const short = toShortId("0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6");
    expect(short.endsWith("g")).toBe(true);
    expect(fromShortId(`${short.slice(0, 21)}h`)).toBeNull();
  });

  it.each(["", "short", "a".repeat(23), "!".repeat(22), "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6"])(
    "answers made-up text with nothing: %j",
    (text) => expect(fromShortId(text)).toBeNull(),
  );

  it("never throws at what strangers type", () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => void fromShortId(text)));
  });

  it("calls a caller's non-id a bug", () => {
    expect(() => toShortId("order-7")).toThrow(RangeError);
  });
});
