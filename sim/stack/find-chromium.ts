import { findProgram } from "./find-program";

/** The browser in which specs open our pages. `CHROMIUM` names another one. @throws SetupProblem */
export const findChromium = (say: (line: string) => void): string =>
  process.env.CHROMIUM ||
  findProgram(
    {
      what: "Chromium",
      programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
      packages: {
        "apt-get": ["chromium", "fonts-dejavu-core"],
        dnf: ["chromium", "dejavu-sans-fonts"],
        apk: ["chromium", "font-dejavu"],
        brew: ["chromium"],
      },
      variable: "CHROMIUM to its path",
    },
    say,
  );
