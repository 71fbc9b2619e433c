import { type BrowserWorld, createBrowserWorld } from "./browser-world";
import { createDatabase } from "./create-database";
import { startTestServers } from "./test-servers";

/** The whole product in a browser outside of a test run, on servers of its own: for benches and budgets. */
export async function raiseBrowserWorld(options: Parameters<typeof createBrowserWorld>[0] = {}): Promise<BrowserWorld> {
  const { servers, stop } = await startTestServers();
  const database = await createDatabase(servers);
  const world = await createBrowserWorld({ ...options, database });
  return {
    ...world,
    close: async () => {
      await world.close();
      await stop();
    },
  };
}
