import { type Browser, chromium } from "playwright-core";
import { findChromium } from "#sim/stack/find-chromium";

export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader", // maps draw by WebGL, also where there is no graphics card
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's own Chromium without a window. @throws SetupProblem where there is none and none can be installed */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(console.log), args: CHROMIUM_FLAGS });
