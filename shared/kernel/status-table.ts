import type { Doer } from "./role";

/** One row of a status table: where an action may start, where it ends and who may do it. */
export type StatusRule<Status extends string> = {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: readonly Doer[];
};

export type StatusTable<Action extends string, Status extends string> = Readonly<Record<Action, StatusRule<Status>>>;

export const allows = <Status extends string>(rule: StatusRule<Status>, status: Status, doer: Doer): boolean =>
  rule.from.includes(status) && rule.by.includes(doer);

/**
 * In which of their roles a person of several does this; `null` when none of them may. History records the answer, and
 * the order of `by` decides when several fit.
 */
export const actingAs = (by: readonly Doer[], held: readonly Doer[]): Doer | null =>
  by.find((doer) => held.includes(doer)) ?? null;

/** The statuses that no row leads out of. */
export function terminalStatuses<Status extends string>(
  table: Readonly<Record<string, StatusRule<Status>>>,
  all: readonly Status[],
): Status[] {
  const left = new Set(Object.values(table).flatMap((rule) => rule.from));
  return all.filter((status) => !left.has(status));
}
