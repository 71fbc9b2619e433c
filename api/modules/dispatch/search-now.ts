import type { Work } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";

/** Something changed that a dispatch round should know of: let the region's next round begin at once. */
export const searchNow = (work: Work, regionId: Id): void =>
  work.wake({ kind: "dispatch", subjectId: regionId, at: work.at });
