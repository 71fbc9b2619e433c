export type Count = { passed: number; failed: number };

type File = { name: string; status: string; assertionResults: { status: string }[] };
export type VitestReport = { testResults: File[] };

/**
 * How many tests passed and failed. A file that could not even be loaded has no test that fails, so the file counts;
 * a run that died, or that complains outside of any test, counts as one failure.
 */
export function countTests(report: VitestReport | undefined, exitCode: number | null): Count {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const failedTests = tests.filter(({ status }) => status === "failed").length;
  const failedFiles = files.filter((file) => file.status === "failed" && !file.assertionResults.some(isFailed)).length;
  const failed = failedTests + failedFiles;
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
  };
}

/** More than this is no accident of a full machine. */
const AGAIN_MOST = 3;

/**
 * Files to run once more by themselves: browsers and real servers share two cores with everything else, and a step that
 * gave up waiting must be told from one that is broken.
 */
export function filesToTryAgain(report: VitestReport | undefined): string[] {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === "failed").map(({ name }) => name);
  return failed.length <= AGAIN_MOST ? failed : [];
}

/** The first run with what its failed files came to when they ran again. */
export function countTogether(first: VitestReport, again: Count): Count {
  const { passed } = countTests({ testResults: first.testResults.filter(({ status }) => status !== "failed") }, 0);
  return { passed: passed + again.passed, failed: again.failed };
}

const isFailed = ({ status }: { status: string }): boolean => status === "failed";
