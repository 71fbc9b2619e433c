import { describe, expect, it } from "vitest";
import { branch, line, NOON, plov, quote, refusal, tea, type World, zone } from "./quote.fixture";

const code = (world: World) => refusal(() => quote(world))[0];

describe("the price of an order", () => {
  it("adds lines, choices and the fee in whole minor units", () => {
    const lines = [line("plov", 2, "salad", "half"), line("tea", 3)];
    expect(quote({ request: { lines } })).toMatchObject({
      subtotalMinor: 2 * (4_500_000 - 1_500_000 + 700_000) + 3 * 500_000,
      feeMinor: 1_000_000,
      totalMinor: 2 * 3_700_000 + 1_500_000 + 1_000_000,
      currency: "UZS",
      zoneId: "zone-1",
    });
  });

  it("copies names and choices as they are sold, in the menu's order", () => {
    const [sold] = quote({ request: { lines: [line("plov", 1, "egg", "full")] } }).lines;
    expect(sold?.name).toEqual({ en: "Plov", ru: "Плов" });
    expect(sold?.modifiers.map(({ id }) => id)).toEqual(["full", "egg"]);
  });

  it("takes counted pieces in item order, all lines of an item together", () => {
    const soup = { ...tea, id: "a-soup", stock: 5 };
    const lines = [line("plov", 2, "full"), line("a-soup", 1), line("plov", 1, "half"), line("tea", 9)];
    expect(quote({ menu: [plov, tea, soup], request: { lines } }).portions).toEqual([
      { itemId: "a-soup", quantity: 1 },
      { itemId: "plov", quantity: 3 },
    ]);
  });

  it("is by distance where the zone says so, beyond what is included", () => {
    const feeRule = { kind: "per_km", baseMinor: 500_000, perKmMinor: 200_000, includedMetres: 1_000 } as const;
    const found = quote({ branch: branch({ zones: [zone({ feeRule })] }) });
    expect(found.distanceMetres).toBeGreaterThan(1_800);
    expect(found.feeMinor).toBe(500_000 + Math.round(((found.distanceMetres! - 1_000) * 200_000) / 1_000));
  });

  it("is free of a fee from the zone's amount on", () => {
    const free = (freeFromMinor: number) =>
      quote({ branch: branch({ zones: [zone({ feeRule: { kind: "flat", feeMinor: 1_000_000, freeFromMinor } })] }) });
    expect(free(9_000_000).feeMinor).toBe(0);
    expect(free(9_000_001).feeMinor).toBe(1_000_000);
  });

  it("has no fee, no zone and no minimum when the customer collects it", () => {
    const lines = [line("tea", 1)];
    const found = quote({ request: { lines, destination: { fulfilment: "pickup" } } });
    expect(found).toMatchObject({ totalMinor: 500_000, feeMinor: 0, zoneId: null, distanceMetres: null });
  });

  it("names the change to bring", () => {
    expect(quote({ request: { payment: { method: "cash", givenMinor: 15_000_000 } } }).changeMinor).toBe(5_000_000);
    expect(quote().changeMinor).toBeNull();
  });
});

describe("a quote refuses", () => {
  it.each<[string, World]>([
    ["cart.empty", { request: { lines: [] } }],
    ["item.not_found", { request: { lines: [line("manti", 1)] } }],
    ["item.unavailable", { menu: [{ ...plov, available: false }] }],
    ["item.out_of_stock", { request: { lines: [line("plov", 6, "full"), line("plov", 5, "half")] } }],
    ["modifier.not_found", { request: { lines: [line("tea", 1, "egg")] } }],
    ["modifier.unavailable", { request: { lines: [line("plov", 1, "full", "kazi")] } }],
    ["modifier.choice_count", { request: { lines: [line("plov", 1)] } }],
    ["modifier.choice_count", { request: { lines: [line("plov", 1, "full", "half")] } }],
    ["modifier.choice_count", { request: { lines: [line("plov", 1, "full", "egg", "egg")] } }],
    [
      "modifier.combination_not_sold",
      { menu: [{ ...plov, priceMinor: 100 }], request: { lines: [line("plov", 1, "half")] } },
    ],
    ["zone.outside", { request: { destination: { fulfilment: "delivery", point: { lat: 41.5, lng: 69.28 } } } }],
    ["zone.outside", { branch: branch({ zones: [] }) }],
    ["zone.paused", { branch: branch({ zones: [zone({ pausedUntil: new Date(NOON.getTime() + 1) })] }) }],
    ["branch.closed", { at: new Date("2026-03-20T23:00:00+05:00") }],
    ["branch.paused", { branch: branch({ pausedUntil: new Date(NOON.getTime() + 1) }) }],
    [
      "branch.pickup_not_offered",
      { branch: branch({ offersPickup: false }), request: { destination: { fulfilment: "pickup" } } },
    ],
    ["quote.below_minimum", { request: { lines: [line("tea", 1)] } }],
    ["payment.not_offered", { branch: branch({ takesCash: false }) }],
    ["payment.not_offered", { branch: branch({ takesInvoice: false }), request: { payment: { method: "invoice" } } }],
    ["payment.change_too_small", { request: { payment: { method: "cash", givenMinor: 9_999_999 } } }],
    ["order.schedule_out_of_range", { request: { scheduledFor: new Date(NOON.getTime() + 60_000) } }],
    ["order.schedule_out_of_range", { request: { scheduledFor: new Date(NOON.getTime() - 86_400_000) } }],
    ["order.schedule_out_of_range", { request: { scheduledFor: new Date(NOON.getTime() + 8 * 86_400_000) } }],
  ])("with %s (%#)", (expected, world) => expect(code(world)).toBe(expected));

  it("an item whose compulsory choice has run out, as unavailable", () => {
    const [size, extras] = plov.groups;
    const gone = { ...size!, modifiers: size!.modifiers.map((modifier) => ({ ...modifier, available: false })) };
    expect(code({ menu: [{ ...plov, groups: [gone, extras!] }] })).toBe("item.unavailable");
  });

  it("with what helps to go on: what is left, what is missing, when it opens", () => {
    expect(refusal(() => quote({ request: { lines: [line("plov", 11, "full")] } }))[1]).toMatchObject({ left: 10 });
    expect(refusal(() => quote({ request: { lines: [line("tea", 1)] } }))[1]).toMatchObject({
      missingMinor: 2_500_000,
    });
    expect(refusal(() => quote({ at: new Date("2026-03-20T23:00:00+05:00") }))[1]).toEqual({
      opensAt: "2026-03-21T05:00:00.000Z",
    });
  });

  it("nothing once a pause is over", () => {
    expect(quote({ branch: branch({ pausedUntil: NOON, zones: [zone({ pausedUntil: NOON })] }) }).totalMinor).toBe(
      10_000_000,
    );
  });
});
