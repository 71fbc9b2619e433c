import { z } from "zod";
import type { AlarmKind } from "#api/platform/alarms";
import type { Tx } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { Id } from "#shared/kernel/ids";

/** Which row's time has come. */
export const DeadlineRef = z.object({ organisationId: Id, subjectId: Id });
export type DeadlineRef = z.infer<typeof DeadlineRef>;

/**
 * One kind of deadline: how to find the rows whose time has come, and what to do about one. `run` is harmless for a row
 * that was seen to already: an alarm, the sweeper and a second worker may all come for the same one.
 */
export type Deadline = {
  readonly kind: AlarmKind;
  /** Oldest first, at most `limit`. */
  overdue(tx: Tx, at: Date, limit: number): Promise<DeadlineRef[]>;
  run(deps: Deps, ref: DeadlineRef): Promise<void>;
};
