import { describe, expect, it } from "vitest";
import { contrastOf, readableOn, readableTheme } from "./theme-colours";

const LIGHT = {
  bg_color: "#ffffff",
  secondary_bg_color: "#f4f4f6",
  text_color: "#0f1419",
  hint_color: "#8a949e",
  link_color: "#2481cc",
  button_color: "#3390ec",
  button_text_color: "#ffffff",
  destructive_text_color: "#e53935",
};
const DARK = {
  ...LIGHT,
  bg_color: "#17212b",
  secondary_bg_color: "#0e1621",
  text_color: "#f2f5f7",
  button_color: "#5288c1",
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
