import { findProgram } from "./find-program";

/** The browser in which specs open our pages. `CHROMIUM` names another one. @throws SetupProblem */
export const findChromium = (say: (line: string) => void): string =>
  process.env.CHROMIUM ||
  findProgram(
    {
      what: "Chromium",
      programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
      packages: { "apt-get": "chromium", dnf: "chromium", apk: "chromium", brew: "chromium" },
      variable: "CHROMIUM to its path",
    },
    say,
  );
