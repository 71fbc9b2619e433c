import { describe, expect, it } from "vitest";
import { createServerClock } from "./server-clock";

const SERVER_MS = Date.parse("2026-03-02T07:00:00Z");
/** A phone that thinks it is 2011. */
const phone = () => {
  let steadyMs = 1_000;
  const clock = createServerClock(
    () => steadyMs,
    () => 1_300_000_000_000,
  );
  return { clock, wait: (ms: number) => (steadyMs += ms) };
};

describe("the server's clock on a phone", () => {
  it("is right however wrong the phone's own is, by half of the way there and back", () => {
    const { clock, wait } = phone();
    clock.look({ askedAtMs: 900, heardAtMs: 1_000, serverMs: SERVER_MS, speed: 1 });
    expect(clock.nowMs()).toBe(SERVER_MS + 50);
    wait(10_000);
    expect(clock.nowMs()).toBe(SERVER_MS + 10_050);
    expect(clock.realMsUntil(SERVER_MS + 15_050)).toBe(5_000);
    expect(clock.realMsUntil(SERVER_MS)).toBe(0);
  });

  it("follows a business whose days are played faster", () => {
    const { clock, wait } = phone();
    clock.look({ askedAtMs: 1_000, heardAtMs: 1_000, serverMs: SERVER_MS, speed: 10 });
    wait(2_000);
    expect(clock.nowMs()).toBe(SERVER_MS + 20_000);
    expect(clock.realMsUntil(SERVER_MS + 50_000)).toBe(3_000);
  });

  it("prefers the quick answer to the slow one, and a new one to one that is long ago", () => {
    const { clock } = phone();
    clock.look({ askedAtMs: 990, heardAtMs: 1_000, serverMs: SERVER_MS, speed: 1 });
    clock.look({ askedAtMs: 0, heardAtMs: 1_000, serverMs: SERVER_MS + 9_999, speed: 1 });
    expect(clock.nowMs()).toBe(SERVER_MS + 5);
    clock.look({ askedAtMs: 400_000, heardAtMs: 402_000, serverMs: SERVER_MS + 400_000, speed: 1 });
    expect(clock.nowMs()).toBe(SERVER_MS + 400_000 - 401_000 + 1_000);
  });
});
