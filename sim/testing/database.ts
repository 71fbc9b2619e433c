import { inject } from "vitest";
import { createDatabase, type TestDatabase } from "./create-database";

/**
 * A real, migrated database and a Redis prefix for one suite:
 *
 *     const world = await createTestDatabase();
 *     afterAll(world.drop);
 *
 * What is not dropped goes with the servers when the run ends.
 */
export const createTestDatabase = (): Promise<TestDatabase> => createDatabase(inject("servers"));
