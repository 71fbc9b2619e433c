import { describe, expect, it } from "vitest";
import { countTests, countTogether, filesToTryAgain } from "./count-tests";

const file = (status: string, ...tests: string[]) => ({
  name: `${status}.spec.ts`,
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe("counting tests", () => {
  it("counts what passed and what failed, and not what was skipped", () => {
    const report = { testResults: [file("passed", "passed", "skipped"), file("failed", "passed", "failed", "failed")] };
    expect(countTests(report, 1)).toEqual({ passed: 2, failed: 2 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    expect(countTests({ testResults: [file("failed")] }, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it("never calls a run green that ended with an error", () => {
    expect(countTests({ testResults: [file("passed", "passed")] }, 1)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(undefined, null)).toEqual({ passed: 0, failed: 1 });
  });

  it("runs up to three failed files again, and counts them as they end then", () => {
    const report = { testResults: [file("passed", "passed"), file("failed", "passed", "failed")] };
    expect(filesToTryAgain(report)).toEqual(["failed.spec.ts"]);
    expect(countTogether(report, { passed: 2, failed: 0 })).toEqual({ passed: 3, failed: 0 });
    expect(countTogether(report, { passed: 1, failed: 1 })).toEqual({ passed: 2, failed: 1 });
  });

  it("runs nothing again when much is broken, or when the run died", () => {
    expect(filesToTryAgain({ testResults: Array.from({ length: 4 }, () => file("failed")) })).toEqual([]);
    expect(filesToTryAgain(undefined)).toEqual([]);
  });
});
