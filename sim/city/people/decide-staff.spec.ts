import { describe, expect, it } from "vitest";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import type { Id } from "#shared/kernel/ids";
import { key, message } from "#sim/city/mind/message-of";
import { decideDispatcher } from "./decide-dispatcher";
import { decideKitchen } from "./decide-kitchen";

const ID = "01a1fec9-9ca2-7468-bcf4-58429adb68cf" as Id;
const showing = (...names: (keyof typeof buttons)[]) =>
  message({ text: "Order BCDFG", rows: [names.map((name) => key(name, buttons[name].pack([ID])))] });
const cook = (...names: (keyof typeof buttons)[]) =>
  decideKitchen({ sight: [showing(...names)], luck: () => 0.5, patienceMs: () => 40_000, cookMs: () => 90_000 });
const dispatch = (isOnDuty: boolean, ...names: (keyof typeof buttons)[]) =>
  decideDispatcher({ sight: [showing(...names)], luck: () => 0.5, isOnDuty, patienceMs: 20_000 });
const taps = (name: keyof typeof buttons) => ({ about: buttons[name].pack([ID]) });

describe("a kitchen", () => {
  it("leaves others the time to confirm, then says yes", () => {
    expect(cook("confirm", "reject")).toMatchObject([{ ...taps("confirm"), waitMs: 44_000 }]);
  });

  it("cooks before it calls the food ready, and never calls an order off", () => {
    expect(cook("prepare", "ready", "callOff")).toMatchObject([taps("prepare")]);
    expect(cook("ready", "callOff")).toMatchObject([{ ...taps("ready"), waitMs: 90_000 }]);
    expect(cook("callOff", "order")).toEqual([]);
  });
});

describe("a dispatcher", () => {
  it("begins the shift only where it is hers", () => {
    expect(dispatch(true, "shiftStart")).toMatchObject([taps("shiftStart")]);
    expect(dispatch(true, "shiftEnd")).toEqual([]);
    expect(dispatch(false, "shiftStart")).toEqual([]);
  });

  it("looks who could go before she answers for what nobody took, and gives it to the first", () => {
    const [first, second] = dispatch(false, "take", "candidates");
    expect([first, second]).toMatchObject([taps("candidates"), taps("take")]);
    expect(first!.waitMs).toBeLessThan(second!.waitMs);
    expect(dispatch(false, "assign")).toMatchObject([taps("assign")]);
  });
});
