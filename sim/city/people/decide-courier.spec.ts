import { describe, expect, it } from "vitest";
import { courierButtons as buttons } from "#bots/courier/messages/buttons";
import { wordsIn } from "#bots/kit/words";
import type { Id } from "#shared/kernel/ids";
import { key, linkTo, message } from "#sim/city/mind/message-of";
import { type CourierEyes, decideCourier } from "./decide-courier";

const ID = "01a1fec9-9ca2-7468-bcf4-58429adb68cf" as Id;
const [HOME, COUNTER] = [
  { lat: 41.3, lng: 69.2 },
  { lat: 41.31, lng: 69.21 },
];
const navigate = linkTo(`https://www.google.com/maps/dir/?api=1&destination=${COUNTER.lat},${COUNTER.lng}`);
const card = (...open: (keyof typeof buttons)[]) =>
  message({ text: "Order BCDFG", rows: [[navigate], open.map((name) => key(name, buttons[name].pack([ID])))] });
const offer = message({
  text: "New order",
  rows: [[key("yes", buttons.accept.pack([ID])), key("no", buttons.decline.pack([ID]))]],
});

const eyes = (change: Partial<CourierEyes>): CourierEyes => ({
  sight: [],
  at: HOME,
  home: HOME,
  isSharing: true,
  street: { pinOf: () => null, foodIsOut: () => true },
  leaves: () => false,
  luck: () => 0.5,
  ...change,
});
const deeds = (change: Partial<CourierEyes>) => decideCourier(eyes(change)).wishes.map(({ deed }) => deed);
const tapOf = (name: keyof typeof buttons) => [expect.objectContaining({ do: "tap", data: buttons[name].pack([ID]) })];

describe("a courier", () => {
  it("shares where he is before anything else", () => {
    expect(deeds({ isSharing: false })).toEqual([{ do: "share live", at: HOME }]);
  });

  it("accepts most offers, declines some, and leaves a colleague's to him", () => {
    expect(deeds({ sight: [offer] })).toEqual(tapOf("accept"));
    expect(deeds({ sight: [offer], luck: () => 0.01 })).toEqual(tapOf("decline"));
    expect(deeds({ sight: [offer], leaves: () => true })).toEqual(tapOf("decline"));
  });

  it("drives to where his card leads, and taps nothing there until he has arrived", () => {
    const sight = [card("arrivePickup", "pickUp", "release")];
    expect(decideCourier(eyes({ sight }))).toEqual({ goal: COUNTER, wishes: [] });
    expect(deeds({ sight, at: COUNTER })).toEqual(tapOf("arrivePickup"));
  });

  it("waits at the counter until the bag is there", () => {
    const sight = [card("pickUp", "release")];
    const street = { pinOf: () => null, foodIsOut: (code: string) => code !== "BCDFG" };
    expect(deeds({ sight, at: COUNTER, street })).toEqual([]);
    expect(deeds({ sight, at: COUNTER })).toEqual(tapOf("pickUp"));
  });

  it("types the PIN that the customer reads out, when he is asked for it", () => {
    const sight = [card("handOver", "fail"), message({ id: 2, text: wordsIn("uz").plain("proof-ask") })];
    const street = { foodIsOut: () => true, pinOf: (code: string) => (code === "BCDFG" ? "4711" : null) };
    expect(deeds({ sight, at: COUNTER, street })).toEqual([{ do: "type", text: "4711" }]);
    expect(deeds({ sight, at: COUNTER })).toEqual([]);
    expect(deeds({ sight: sight.slice(0, 1), at: COUNTER, street })).toEqual(tapOf("handOver"));
  });

  it("goes home when there is nothing to carry, and ignores what he does not know", () => {
    expect(decideCourier(eyes({ sight: [message({ rows: [[key("?", "who:knows")]] })] }))).toEqual({
      goal: HOME,
      wishes: [],
    });
  });
});
