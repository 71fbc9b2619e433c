import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./page-headers";

const CONFIG = { MINIAPP_HOSTS: ["http://localhost:4000"], MAP_ORIGINS: ["https://tiles.example"] };

function rulesWith(S3_ENDPOINT: string | undefined): Record<string, string[]> {
  const rules = contentSecurityPolicy({ ...CONFIG, S3_ENDPOINT }).split("; ");
  return Object.fromEntries(rules.map((rule) => rule.split(" ")).map(([name, ...sources]) => [name, sources]));
}

describe("a mini-app's page", () => {
  it("may bring a photo to the S3 server of another origin, show it and play what lies there", () => {
    const rules = rulesWith("https://s3.example:9000/some/path");
    for (const name of ["connect-src", "img-src", "media-src"])
      expect(rules[name], name).toContain("https://s3.example:9000");
    expect(rules["script-src"]).toEqual(["'self'"]);
  });

  it("talks to its own origin and the maps' alone where photos are kept at home", () => {
    expect(rulesWith(undefined)["connect-src"]).toEqual(["'self'", "https://tiles.example"]);
  });

  it("is shown by Telegram and the hosts that the configuration names, and by nobody else", () => {
    expect(rulesWith(undefined)["frame-ancestors"]).toEqual([
      "https://web.telegram.org",
      "https://*.telegram.org",
      "http://localhost:4000",
    ]);
  });
});
