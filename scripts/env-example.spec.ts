import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Environment } from "#api/config";
import { Environment as BotsEnvironment, loadBotsConfig } from "#bots/config";

const text = readFileSync(join(import.meta.dirname, "..", ".env.example"), "utf8");
const assignments = new Map([...text.matchAll(/^#([A-Z\d_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));
/** What no process reads from its configuration, but the scripts do. */
const OF_THE_SCRIPTS = ["CHROMIUM", "CITY_ORDERS_PER_HOUR", "DATA_FOLDER"];

describe(".env.example", () => {
  it("names every variable that is read, and none that is not", () => {
    const bots = BotsEnvironment.options.flatMap(({ shape }) => Object.keys(shape));
    const read = new Set([...Object.keys(Environment.shape), ...bots, ...OF_THE_SCRIPTS]);
    expect([...assignments.keys()].sort()).toEqual([...read].sort());
  });

  it("shows the defaults as they are", () => {
    const given = Object.fromEntries([...assignments].filter(([, value]) => value !== ""));
    const servers = { DATABASE_URL: "postgres://localhost/peyk", REDIS_URL: "redis://localhost" };
    expect(Environment.parse({ ...servers, ...given })).toEqual(Environment.parse(servers));
    expect(loadBotsConfig({ ...servers, ...given })).toEqual(loadBotsConfig(servers));
  });

  it("holds no secret", () => {
    for (const [name, value] of assignments) if (/SECRET|TOKEN$|KEY/.test(name)) expect(value).toBe("");
  });
});
