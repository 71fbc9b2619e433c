import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importRuleCommand } from "./import-rule";

const root = join(import.meta.dirname, "..");
const house = mkdtempSync(join(tmpdir(), "peyk-import-rule-"));

const plant = (file: string, text: string) => {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
};

function check(): { status: number | null; report: string } {
  const [command, ...args] = importRuleCommand(house);
  const { status, stdout } = spawnSync(command!, args, { cwd: house, encoding: "utf8" });
  return { status, report: stdout };
}

beforeAll(() => {
  for (const file of ["package.json", "tsconfig.json"]) cpSync(join(root, file), join(house, file));
  plant("shared/kernel/money.ts", "export type Minor = number;");
  plant(
    "drizzle/schema/orders.ts",
    'import type { Minor } from "#shared/kernel/money";\nexport const orders: Minor[] = [];',
  );
  plant("api/app.ts", "export const app = {};\nexport type App = typeof app;");
  plant("api/modules/orders/orders.queries.ts", "export const find = 1;");
  plant("api/modules/orders/find-order.ts", 'export { find } from "./orders.queries";');
  plant("bots/main.ts", 'import type { App } from "#api/app";\nexport const api: App = {};');
  plant("sim/city.ts", 'import { app } from "#api/app";\nexport const city = app;');
  plant("bots/main.spec.ts", 'import { city } from "#sim/city";\nconsole.log(city);');
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const VIOLATIONS = [
  ["the database in a bot", "bots/a.ts", 'import { orders } from "#drizzle/schema/orders";', "bots-import-shared"],
  [
    "even a mere type of it",
    "bots/b.ts",
    'import type { orders } from "#drizzle/schema/orders";',
    "bots-import-shared",
  ],
  ["the API at run time in a bot", "bots/c.ts", 'import { app } from "#api/app";', "shells-never-run-the-api"],
  ["a mini-app in a bot", "bots/d.ts", 'import type { x } from "../miniapps/x";', "bots-import-shared"],
  [
    "a verb's type in a mini-app",
    "miniapps/e.ts",
    'import type { find } from "#api/modules/orders/find-order";',
    "shells-know",
  ],
  ["the API in shared words", "shared/f.ts", 'import type { App } from "#api/app";', "shared-imports-no-room"],
  ["the system in shared words", "shared/g.ts", 'import "node:fs";', "shared-runs-in-a-browser"],
  [
    "the database in the domain",
    "api/domain/h.ts",
    'import { orders } from "#drizzle/schema/orders";',
    "domain-imports-shared",
  ],
  ["the API in the schema", "drizzle/i.ts", 'import type { App } from "../api/app";', "drizzle-imports-shared"],
  [
    "a neighbour's queries",
    "api/modules/offers/j.ts",
    'import { find } from "../orders/orders.queries";',
    "queries-stay",
  ],
  [
    "a module's queries in a job",
    "api/jobs/k.ts",
    'import { find } from "#api/modules/orders/orders.queries";',
    "queries-are-for",
  ],
  ["the simulated world in the product", "api/l.ts", 'import { city } from "#sim/city";', "sim-is-outside-the-product"],
  ["an alias that leads nowhere", "api/m.ts", 'import { gone } from "#shared/gone";', "every-room-is-seen"],
] as const;

describe("the import rule", () => {
  it("lets a house in order pass, specs that use the simulated world included", () => {
    expect(check()).toMatchObject({ status: 0 });
  });

  describe("finds", () => {
    let found: ReturnType<typeof check>;
    beforeAll(() => {
      plant("miniapps/x.ts", "export const x = 1;");
      for (const [, file, text] of VIOLATIONS) plant(file, text);
      found = check();
    });

    it.each(VIOLATIONS)("%s", (_, file, _text, name) => {
      expect(found.report).toMatch(new RegExp(`error ${name}[\\w-]*: ${file} →`));
    });

    it("nothing else, and fails", () => {
      expect(found.report.match(/^ {2}error /gm)).toHaveLength(VIOLATIONS.length);
      expect(found.status).toBeGreaterThan(0);
    });
  });
});
