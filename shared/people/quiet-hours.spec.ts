import { describe, expect, it } from "vitest";
import { isQuietAt, QuietHours } from "./quiet-hours";

describe("quiet hours", () => {
  it.each([
    [{ fromMinute: 780, untilMinute: 840 }, 779, false],
    [{ fromMinute: 780, untilMinute: 840 }, 780, true],
    [{ fromMinute: 780, untilMinute: 840 }, 840, false],
    [{ fromMinute: 1_320, untilMinute: 480 }, 1_319, false],
    [{ fromMinute: 1_320, untilMinute: 480 }, 1_439, true],
    [{ fromMinute: 1_320, untilMinute: 480 }, 0, true],
    [{ fromMinute: 1_320, untilMinute: 480 }, 480, false],
  ])("of %j hold at minute %i: %s", (quiet, minute, held) => expect(isQuietAt(quiet, minute)).toBe(held));

  it("are neither never nor all day", () => {
    expect(QuietHours.safeParse({ fromMinute: 60, untilMinute: 60 }).success).toBe(false);
  });
});
