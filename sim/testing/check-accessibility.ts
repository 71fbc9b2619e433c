import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** @throws Error with a line per finding: the rule, what it wants and where */
export async function checkAccessibility(frame: Frame): Promise<void> {
  await frame.evaluate(AXE); // a script in the page itself would be refused by its policy
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ["violations"] });
  const { violations } = await frame.evaluate<Pick<AxeResults, "violations">>(`axe.run(document, ${options})`);
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any: reasons }) => `${id}: ${help} — ${target.join(" ")} ${reasons[0]?.message ?? ""}`),
  );
  throw new Error(`axe finds:\n${lines.join("\n")}`);
}
