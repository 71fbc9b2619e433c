// The table of rooms in one place: who may import whom. `import type` counts like any other import.
// A spec plants violations and runs this very file over them: scripts/import-rule.spec.ts.
const ROOMS = ["shared", "drizzle", "api", "bots", "miniapps", "sim", "scripts"];
const SPEC = "[.]spec[.]tsx?$";
const others = (...allowed) => `^(${ROOMS.filter((room) => !allowed.includes(room)).join("|")})/`;
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule("shared-imports-no-room", "shared is what all agree on", { path: "^shared/" }, { path: others("shared") }),
    rule(
      "shared-runs-in-a-browser",
      "shared knows zod and nothing else",
      { path: "^shared/", pathNot: SPEC },
      { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "^node_modules/zod/" },
    ),
    rule(
      "drizzle-imports-shared",
      "the schema knows the words",
      { path: "^drizzle/" },
      { path: others("drizzle", "shared") },
    ),
    rule(
      "domain-imports-shared",
      "the domain is pure",
      { path: "^api/domain/" },
      { path: ["^api/(?!domain/)", others("api", "shared")] },
    ),
    rule(
      "domain-needs-no-system",
      "clock and chance are handed in",
      { path: "^api/domain/", pathNot: SPEC },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "api-imports-shared-and-drizzle",
      "the API knows no shell",
      { path: "^api/" },
      { path: "^(bots|miniapps|scripts)/" },
    ),
    rule(
      "queries-stay-in-their-module",
      "another module is used through its verbs",
      { path: "^api/modules/([^/]+)/" },
      { path: "^api/modules/[^/]+/.+[.]queries[.]ts$", pathNot: "^api/modules/$1/" },
    ),
    rule(
      "queries-are-for-modules",
      "jobs and the platform use verbs",
      { path: "^api/(?!modules/)", pathNot: SPEC },
      { path: "^api/modules/.+[.]queries[.]ts$" },
    ),
    rule(
      "bots-import-shared",
      "bots talk to the API over HTTP",
      { path: "^bots/" },
      { path: "^(drizzle|miniapps|scripts)/" },
    ),
    rule(
      "miniapps-import-shared",
      "mini-apps talk to the API over HTTP",
      { path: "^miniapps/" },
      { path: "^(drizzle|bots|scripts)/" },
    ),
    rule(
      "shells-know-the-type-of-the-api",
      "of the API only `import type { App }`",
      { path: "^(bots|miniapps)/", pathNot: SPEC },
      { path: "^api/", pathNot: "^api/app[.]ts$" },
    ),
    rule(
      "shells-never-run-the-api",
      "of the API only `import type { App }`",
      { path: "^(bots|miniapps)/", pathNot: SPEC },
      { path: "^api/app[.]ts$", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "sim-is-outside-the-product",
      "the product works without its simulated world",
      { path: "^(shared|drizzle|api|bots|miniapps)/", pathNot: SPEC },
      { path: "^sim/" },
    ),
    rule("every-room-is-seen", "an import that the rules cannot follow", {}, { couldNotResolve: true, path: "^[.#]" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|[.]data|[.]tools)/" },
    tsPreCompilationDeps: true, // sees `import type`, which is gone after compilation
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
