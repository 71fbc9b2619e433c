import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "#sim/stack/find-chromium";
import { freePort } from "#sim/stack/free-port";
import { CHROMIUM_FLAGS, NO_GRAPHICS } from "#sim/testing/open-chromium";
import type { Figure } from "./figure";
import { PHONE_CLIENT } from "./signed-page";

const CLI = new URL("../../node_modules/lighthouse/cli/index.js", import.meta.url).pathname;
const LEAST = { performance: 90, accessibility: 100, "best-practices": 95 } as const;
/** Its authors advise to take the median of several: a page's points move by ten from one run to the next. */
const RUNS = 5;
const CATEGORIES = Object.keys(LEAST) as (keyof typeof LEAST)[];

type Audit = { score: number | null; displayValue?: string; details?: { items?: { value?: unknown }[] } };
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
};

/** Lighthouse on a page that is signed in, as a phone on slow 4G: the median run of five. */
export async function lighthouseFigures(app: string, address: string): Promise<Figure[]> {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run += 1) reports.push(await reportOf(address));
  reports.sort((one, other) => speedOf(one) - speedOf(other));
  const { categories, audits } = reports[Math.floor(RUNS / 2)]!;
  const all = `of ${reports.map((report) => Math.round(speedOf(report) * 100)).join(", ")}`;
  return CATEGORIES.map((name) => {
    const { score, auditRefs } = categories[name]!;
    const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 0.9);
    const why = lost.map(({ id }) => `${id}: ${reasonOf(audits[id]!)}`).join(", ");
    const note = name === "performance" ? [all, why].filter(Boolean).join("; ") : why;
    return {
      budget: `lighthouse ${name}`,
      app,
      value: Math.round(score * 100),
      unit: "points",
      least: LEAST[name],
      note,
    };
  });
}

function reasonOf({ displayValue, details }: Audit): string {
  const named = details?.items?.flatMap(({ value }) => (typeof value === "string" ? [value] : [])) ?? [];
  return [displayValue, ...named].filter(Boolean).join(" ");
}

const speedOf = ({ categories }: Report): number => categories.performance!.score;

/** It is Node's; Bun only waits for it. @throws Error with what Lighthouse says */
async function reportOf(address: string): Promise<Report> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "peyk-lighthouse-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(console.error),
    args: [...CHROMIUM_FLAGS, ...NO_GRAPHICS, `--remote-debugging-port=${port}`],
    viewport: null,
  });
  try {
    await browser.addInitScript(PHONE_CLIENT); // also in the page that Lighthouse opens
    const only = `--only-categories=${CATEGORIES.join(",")}`;
    const words = [CLI, address, `--port=${port}`, only, "--output=json", "--quiet", "--max-wait-for-load=60000"];
    const run = Bun.spawn(["node", ...words], { stdout: "pipe", stderr: "pipe" });
    const [text, problems] = await Promise.all([new Response(run.stdout).text(), new Response(run.stderr).text()]);
    if ((await run.exited) !== 0) throw new Error(`Lighthouse could not look at the page:\n${problems}`);
    return JSON.parse(text);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
