import { existsSync, readFileSync } from "node:fs";
import { SetupProblem } from "#shared/kernel/setup-problem";

const FINE = /^\s*(#.*|(export\s+)?[A-Za-z_][\w.]*\s*=.*)?$/;
const OPENS_A_QUOTE = /=\s*(["'`])(?!.*\1)/;

/**
 * Bun reads .env and passes over what it cannot read; a person would look for the missing variable elsewhere.
 * @throws SetupProblem that names the lines, and not what stands in them: it may be a secret
 */
export function mustBeReadable(file: string): void {
  const broken = existsSync(file) ? brokenLines(readFileSync(file, "utf8")) : [];
  if (broken.length > 0)
    throw new SetupProblem(
      `${file} cannot be read at line ${broken.join(", ")}: write NAME=value there, or # before it.`,
    );
}

/** A value in quotes may go on over several lines. */
function brokenLines(text: string): number[] {
  const broken: number[] = [];
  let quote = "";
  text.split(/\r?\n/).forEach((line, index) => {
    if (quote) {
      if (line.includes(quote)) quote = "";
    } else if (FINE.test(line)) quote = OPENS_A_QUOTE.exec(line)?.[1] ?? "";
    else broken.push(index + 1);
  });
  return broken;
}
