import type { TestProject } from "vitest/node";
import type { TestServers } from "./create-database";
import { startTestServers } from "./test-servers";

declare module "vitest" {
  export interface ProvidedContext {
    servers: TestServers;
  }
}

/** Vitest's global setup: every suite finds the servers of the run by `inject("servers")`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { servers, stop } = await startTestServers();
  project.provide("servers", servers);
  return stop;
}
