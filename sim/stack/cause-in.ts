/** The line of a log that names why a program ended; what follows it is often only what was tidied up. */
export function causeIn(log: string): string {
  const lines = log.trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|\berror:|could not/i.test(line)) ?? lines.at(-1) ?? "";
}
