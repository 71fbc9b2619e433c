import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,drizzle,api,bots,miniapps,sim,scripts}/**/*.spec.{ts,tsx}"],
    globalSetup: ["sim/testing/servers.setup.ts"],
    // Under Bun zod would otherwise load as an empty module.
    server: { deps: { inline: ["zod"] } },
    // Left to itself it keeps a core free, which on two is half of the machine.
    maxWorkers: Math.max(2, availableParallelism()),
    // Each file has a world of its own, and loading the API anew for each would take a quarter of all the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 40_000,
    teardownTimeout: 20_000,
  },
});
