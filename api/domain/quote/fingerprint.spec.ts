import { describe, expect, it } from "vitest";
import { branch, line, NOON, plov, quote, type World, zone } from "./quote.fixture";

describe("the fingerprint of a quote", () => {
  const seen = quote().fingerprint;
  const dearer = { ...plov, priceMinor: plov.priceMinor + 1 };

  it("stays while nothing that makes the price has changed, however late it is asked", () => {
    expect(quote({ at: new Date(NOON.getTime() + 600_000) }).fingerprint).toBe(seen);
    expect(quote({ menu: [{ ...plov, stock: 3, name: { en: "Wedding plov" } }] }).fingerprint).toBe(seen);
    expect(seen).toMatch(/^[\da-f]{32}$/);
  });

  it.each<[string, World]>([
    ["a price", { menu: [dearer] }],
    ["a choice", { request: { lines: [line("plov", 2, "full", "egg")] } }],
    ["a quantity", { request: { lines: [line("plov", 3, "full")] } }],
    ["the fee", { branch: branch({ zones: [zone({ feeRule: { kind: "flat", feeMinor: 0 } })] }) }],
    ["the zone", { branch: branch({ zones: [zone({ id: "zone-2" })] }) }],
    ["the way it comes", { request: { destination: { fulfilment: "pickup" } } }],
    ["the branch", { branch: branch({ id: "branch-2" }) }],
  ])("changes with %s", (_what, world) => expect(quote(world).fingerprint).not.toBe(seen));
});
