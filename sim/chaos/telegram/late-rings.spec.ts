import { describe, expect, it } from "vitest";
import { OUTLET_LEASE_MS } from "#api/modules/notifications/outlet-lease";
import { lateRings } from "./late-rings";
import type { Outage } from "./outages";

const S = 1_000;
const late = (heardAtS: number[], endedAtS: number, outages: Outage[] = [], messagesAtS = heardAtS) =>
  lateRings(
    {
      openedAtMs: 0,
      endedAtMs: endedAtS * S,
      heardAtMs: heardAtS.map((at) => at * S),
      messagesAtMs: messagesAtS.map((at) => at * S),
    },
    outages,
  );

describe("the rings of an alert", () => {
  it("are on time at once and every thirty seconds, until somebody answers", () => {
    expect(late([1, 31, 61], 80)).toBe(0);
  });

  it("may be none when it was answered before the first was due", () => {
    expect(late([], 3)).toBe(0);
  });

  it("are late when the first, one between or the last never came", () => {
    expect(late([], 20)).toBe(1);
    expect(late([1, 61], 80)).toBe(1);
    expect(late([1, 31], 80)).toBe(1);
  });

  it("are forgiven the time in which something was dead, and its lease, and not a second more", () => {
    const outage: Outage = { target: "bot", fromMs: 30 * S, untilMs: 32 * S };
    const forgiven = 2 + OUTLET_LEASE_MS / S;
    expect(late([1, 34 + forgiven], 60, [outage])).toBe(0);
    expect(late([1, 40 + forgiven], 65, [outage])).toBe(1);
  });

  it("are forgiven the messages that had to go before them into the same chat", () => {
    expect(late([8], 20)).toBe(1);
    expect(late([8], 20, [], [1, 2, 3, 4, 8])).toBe(0);
  });

  it("count no outage twice", () => {
    const outage: Outage = { target: "worker", fromMs: 0, untilMs: 3 * S };
    expect(late([11], 20, [outage, outage, outage])).toBe(1);
  });
});
