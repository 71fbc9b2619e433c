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

/**
 * Pages are put together by the processor. A phone has a graphics processor for it; the software one would compile each of
 * its programs for up to a second while the page waits. For what times pages without a map.
 */
export const NO_GRAPHICS = ["--disable-gpu-compositing", "--disable-gpu-rasterization"];

/** The system's own Chromium without a window. @throws SetupProblem where there is none and none can be installed */
export const openChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(console.log), args: [...CHROMIUM_FLAGS, ...more] });
