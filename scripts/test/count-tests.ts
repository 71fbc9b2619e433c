export type Count = { passed: number; failed: number };

type File = { status: string; assertionResults: { status: string }[] };
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

const isFailed = ({ status }: { status: string }): boolean => status === "failed";
