import { DrizzleQueryError } from "drizzle-orm";

const causeOf = (error: unknown): unknown => (error instanceof DrizzleQueryError ? error.cause : error);

const codeOf = (error: unknown): string => {
  const cause = causeOf(error);
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
};

/** The row is there already: the name of the constraint that said so, or `null` when it was something else. */
export function uniqueViolation(error: unknown): string | null {
  const cause = causeOf(error);
  return codeOf(error) === "23505" && cause instanceof Error && "constraint_name" in cause
    ? String(cause.constraint_name)
    : null;
}

/**
 * Postgres or the wire to it is away, or it chose this transaction to end a deadlock: asking again may help. The driver
 * calls a BEGIN unsafe that it sends anew on the wire that came after the broken one.
 */
export const isAway = (error: unknown): boolean =>
  /^(08|57P|53|40)/.test(codeOf(error)) ||
  /^(CONNECTION_|CONNECT_|ECONN|ETIMEDOUT|EPIPE|25P0[34]|UNSAFE_TRANSACTION)/.test(codeOf(error));

/** Two transactions waited for each other, and Postgres rolled this one back so that the other could go on. */
export const isDeadlock = (error: unknown): boolean => codeOf(error) === "40P01";

/** A value that is well-formed to us and that Postgres cannot keep: the year 0, a zero character, a number too large. */
export const isUnstorable = (error: unknown): boolean => /^22/.test(codeOf(error));
