import { SetupProblem } from "#shared/kernel/setup-problem";

/** Runs a command to its end. What a person can mend is said in one line; anything else is a bug and keeps its trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
