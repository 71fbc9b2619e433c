import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LOUD = ["error", "fatal"];

/** Lines at level error or worse in the logs of our processes. What is no JSON at all came from a crash, and counts. */
export function errorsInLogs(folder: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const file = join(folder, `${name}.log`);
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
    return lines.filter(isLoud).map((line) => `${name}: ${line}`);
  });
}

function isLoud(line: string): boolean {
  try {
    return LOUD.includes((JSON.parse(line) as { level: string }).level);
  } catch {
    return true;
  }
}
