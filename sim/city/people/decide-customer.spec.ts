import { describe, expect, it } from "vitest";
import { customerButtons as buttons } from "#bots/customer/messages/buttons";
import { wordsIn } from "#bots/kit/words";
import type { Id } from "#shared/kernel/ids";
import { key, message } from "#sim/city/mind/message-of";
import { type CustomerEyes, decideCustomer, hasOpenOrder } from "./decide-customer";

const ID = "01a1fec9-9ca2-7468-bcf4-58429adb68cf" as Id;
const home = { point: { lat: 41.3, lng: 69.2 }, text: "Navoiy 1, 2", landmark: "blue gate" };
const started = message({ id: 1, text: "/start", mine: true });
const { plain } = wordsIn("ru");

const eyes = (change: Partial<CustomerEyes>): CustomerEyes => ({
  sight: [],
  luck: () => 0.6,
  home,
  appetite: { key: "k", sinceS: 1_000, branchNames: ["Plov"] },
  nowS: 1_010,
  ...change,
});
const deeds = (change: Partial<CustomerEyes>) => decideCustomer(eyes(change)).map(({ deed }) => deed);
const tap = (data: string) => [expect.objectContaining({ do: "tap", data })];

describe("a customer", () => {
  it("does nothing without an appetite, and begins with /start when there is one", () => {
    expect(deeds({ appetite: null })).toEqual([]);
    expect(deeds({})).toEqual([{ do: "start" }]);
    expect(deeds({ sight: [{ ...started, date: 900 }] })).toEqual([{ do: "start" }]);
  });

  it.each([
    ["address-ask-place", { do: "send place", at: home.point }],
    ["address-ask-text", { do: "type", text: home.text }],
    ["address-ask-landmark", { do: "type", text: home.landmark }],
    ["phone-ask", { do: "send contact" }],
  ])("answers %s in whatever language it is asked", (textId, deed) => {
    expect(deeds({ sight: [started, message({ id: 2, text: plain(textId) })] })).toEqual([deed]);
  });

  it("goes to the branch that it has in mind, and takes nothing that is sold out", () => {
    const branches = [
      ["Burger", buttons.branch.pack([ID], "a")] as const,
      ["Plov · 40", buttons.branch.pack([ID], "b")] as const,
    ];
    const list = message({ id: 2, rows: branches.map(([label, data]) => [key(label, data)]) });
    expect(deeds({ sight: [started, list] })).toEqual(tap(buttons.branch.pack([ID], "b")));

    const gone = key(plain("dish-sold-out", { name: "Norin" }), buttons.dish.pack([ID, ID], "gone"));
    const dishes = message({ id: 2, rows: [[key("Manti · 35 000", buttons.dish.pack([ID, ID]))], [gone]] });
    expect(deeds({ sight: [started, dishes], luck: () => 0.99 })).toEqual(tap(buttons.dish.pack([ID, ID])));
  });

  it("confirms a checkout rather than going back from it", () => {
    const rows = [[key("back", buttons.cart.pack())], [key("ok", buttons.confirm.pack())]];
    expect(deeds({ sight: [started, message({ id: 2, rows })] })).toEqual(tap(buttons.confirm.pack()));
  });

  it("is content once a card follows the order, which is under way until it can be ordered again", () => {
    const card = message({ id: 3, rows: [[key("write", buttons.writeShop.pack([ID]))]] });
    const rows = [[key("write", buttons.writeShop.pack([ID])), key("again", buttons.orderAgain.pack([ID]))]];
    expect(deeds({ sight: [started, card] })).toEqual([]);
    expect(hasOpenOrder([card])).toBe(true);
    expect(hasOpenOrder([message({ id: 3, rows })])).toBe(false);
  });

  it("tips once: when the invoice has come it pays that, and taps no sum again", () => {
    const sums = ["5000", "0"].map((sum) => key(sum, buttons.tip.pack([ID], sum)));
    const ask = message({ id: 5, rows: [sums] });
    const invoice = { ...message({ id: 6 }), bill: { id: "b", paid: false } };
    expect(deeds({ appetite: null, sight: [ask], luck: () => 0.1 })).toEqual(tap(buttons.tip.pack([ID], "5000")));
    expect(deeds({ appetite: null, sight: [ask, invoice], luck: () => 0.1 })).toEqual([{ do: "pay", bill: "b" }]);
  });
});
