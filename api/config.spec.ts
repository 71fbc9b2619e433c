import { describe, expect, it } from "vitest";
import { ConfigProblem, DEVELOPMENT_SECRETS, loadConfig } from "./config";

const enough = { DATABASE_URL: "postgres://localhost/peyk", REDIS_URL: "redis://localhost" };

describe("the configuration", () => {
  it("needs nothing but a database and a Redis on a laptop", () => {
    expect(loadConfig(enough)).toMatchObject({ PORT: 3_000, CLOCK_SPEED: 1, REDIS_PREFIX: "peyk" });
  });

  it("names every problem at once", () => {
    const problem = () => loadConfig({ PORT: "many", CLOCK_SPEED: "-1" });
    expect(problem).toThrow(ConfigProblem);
    expect(problem).toThrow(/DATABASE_URL[\s\S]*REDIS_URL[\s\S]*PORT[\s\S]*CLOCK_SPEED/);
  });

  it("refuses each development secret in production, and takes one's own", () => {
    const names = Object.keys(DEVELOPMENT_SECRETS);
    expect(() => loadConfig({ ...enough, NODE_ENV: "production" })).toThrow(new RegExp(names.join("[\\s\\S]*")));
    const own = Object.fromEntries(names.map((name) => [name, "ab".repeat(32)]));
    expect(loadConfig({ ...enough, ...own, NODE_ENV: "production" }).NODE_ENV).toBe("production");
  });

  it("treats an empty variable as absent", () => {
    expect(loadConfig({ ...enough, PORT: "" }).PORT).toBe(3_000);
  });

  it("wants storage to be configured whole", () => {
    expect(() => loadConfig({ ...enough, S3_BUCKET: "photos" })).toThrow(/all four or none/);
  });
});
