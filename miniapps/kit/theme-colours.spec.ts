import { describe, expect, it } from "vitest";
import { contrastOf, readableOn, readableTheme } from "./theme-colours";

const LIGHT = {
  bgColor: "#ffffff",
  secondaryBgColor: "#f4f4f6",
  textColor: "#0f1419",
  hintColor: "#8a949e",
  linkColor: "#2481cc",
  buttonColor: "#3390ec",
  buttonTextColor: "#ffffff",
  destructiveTextColor: "#e53935",
};
const DARK = {
  ...LIGHT,
  bgColor: "#17212b",
  secondaryBgColor: "#0e1621",
  textColor: "#f2f5f7",
  buttonColor: "#5288c1",
};

describe("the colours of a theme", () => {
  it.each([
    ["light", LIGHT],
    ["dark", DARK],
  ])("can be read on every ground of Telegram's %s one", (_name, theme) => {
    const made = readableTheme(theme);
    for (const name of ["--hint", "--link", "--danger", "--text"])
      for (const ground of ["--page", "--surface"])
        expect([name, contrastOf(made[name]!, made[ground]!) >= 4.5]).toEqual([name, true]);
    expect(contrastOf(made["--accent"]!, made["--on-accent"]!)).toBeGreaterThanOrEqual(4.5);
  });

  it("stay as they are where they can be read already", () => {
    expect(readableOn("#1a4480", ["#ffffff"])).toBe("#1a4480");
  });

  it("are the kit's own where Telegram tells none", () => {
    expect(readableTheme({})).toEqual({});
  });
});
