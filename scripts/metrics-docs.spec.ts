import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { YAML } from "bun";
import { describe, expect, it } from "vitest";
import { createMetrics } from "#api/platform/metrics";

const root = join(import.meta.dirname, "..");
const FILES = ["docs/operations/grafana.json", "docs/operations/alerts.yml"];
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** A histogram is read by its parts: prometheus.io/docs/concepts/metric_types */
const PARTS = { histogram: ["_bucket", "_sum", "_count"], counter: [""], gauge: [""], summary: ["", "_sum", "_count"] };
const exposed = new Set(
  (await createMetrics().registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
    PARTS[String(type) as keyof typeof PARTS].map((part) => name + part),
  ),
);
const metricsIn = (file: string): string[] => [...new Set(textOf(file).match(/\bpeyk_[a-z_]+/g))];

describe("what Grafana and Prometheus are told to read", () => {
  it.each(FILES)("is really exposed: %s", (file) => {
    expect(metricsIn(file).length).toBeGreaterThan(5);
    expect(metricsIn(file).filter((name) => !exposed.has(name))).toEqual([]);
  });

  it("can be read, and each alert leads to a page that is there", () => {
    expect(JSON.parse(textOf(FILES[0]!)).panels.length).toBeGreaterThan(10);
    const { groups } = YAML.parse(textOf(FILES[1]!)) as {
      groups: { rules: { alert: string; expr: string; annotations: { runbook: string } }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.every(({ alert, expr }) => alert && expr)).toBe(true);
    expect(rules.map(({ annotations }) => annotations.runbook).filter((page) => !existsSync(join(root, page)))).toEqual(
      [],
    );
  });
});
