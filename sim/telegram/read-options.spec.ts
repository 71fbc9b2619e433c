import { describe, expect, it } from "vitest";
import { readOptions } from "./read-options";

describe("the process' options", () => {
  it("follow the clock of the installation", () => {
    const env = {
      CLOCK_ORIGIN: "2026-03-01T12:00:00Z",
      CLOCK_REAL_ORIGIN: new Date().toISOString(),
      CLOCK_SPEED: "10",
    };
    const { clock } = readOptions([], env);
    expect(clock?.speed).toBe(10);
    expect(clock?.now().toISOString()).toMatch(/^2026-03-01T12:0/);
  });

  it("keep Telegram's limits unless told otherwise", () => {
    expect(readOptions([], {}).limits).toBe("telegram");
    expect(readOptions(["--limits", "off"], {}).limits).toBe("off");
  });

  it("take the token from the environment, or from the command line first", () => {
    const env = { TELEGRAM_SIM_TOKEN: "from-environment" };
    expect(readOptions([], env).token).toBe("from-environment");
    expect(readOptions(["--token", "by-hand"], env).token).toBe("by-hand");
  });
});
