import { describe, expect, it } from "vitest";
import { replayOptions } from "./options";

const said = (...args: string[]) => {
  try {
    return replayOptions(args);
  } catch (error) {
    return (error as Error).message;
  }
};

describe("what is asked of a replay", () => {
  it("is a folder, and for the rest as usual", () => {
    expect(said("--day", "somewhere")).toMatchObject({ fromS: 0, toS: 86_400, speed: 10, fleet: 1, through: "api" });
  });

  it.each([
    [["--from", "10:00"], /--day wants/],
    [["--day", "x", "--from", "7pm"], /--from wants a time of day/],
    [["--day", "x", "--from", "19:00", "--to", "18:00"], /is not before/],
    [["--day", "x", "--speed", "0"], /--speed wants/],
    [["--day", "x", "--fleet", "1.5"], /--fleet wants/],
    [["--day", "x", "--through", "sms"], /--through wants/],
    [["--day", "x", "--seed", ""], /--seed wants/],
  ])("is refused with a sentence: %j", (args, sentence) => {
    expect(said(...args)).toMatch(sentence);
  });
});
