import { migrate } from "#drizzle/migrate";
import { SetupProblem } from "#shared/kernel/setup-problem";

/**
 * Migrates the database. All that is missing is one transaction, so a migration that fails has changed nothing.
 * @throws SetupProblem that says what PostgreSQL refused
 */
export async function bringUpToDate(databaseUrl: string): Promise<void> {
  try {
    await migrate(databaseUrl);
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof Error)) throw error;
    throw new SetupProblem(
      `A migration was refused and nothing of it is done (${error.cause.message}): go back to the version that ran before, as docs/runbooks/bad-migration.md says.`,
    );
  }
}
