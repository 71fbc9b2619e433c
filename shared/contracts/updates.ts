import { z } from "zod";

/** Telegram's number of an update; unique for a bot. */
export const UpdateId = z.int().min(0);

/** What Telegram sent, to be recorded before it is told that it arrived. `body` is kept as it came. */
export const UpdateBatch = z.object({
  updates: z
    .array(z.object({ updateId: UpdateId, body: z.unknown() }))
    .min(1)
    .max(100),
});
export type UpdateBatch = z.infer<typeof UpdateBatch>;

/** Those of the batch that were never recorded before: the asker has them now and must finish them. */
export const RecordedUpdates = z.object({ fresh: z.array(UpdateId) });
export type RecordedUpdates = z.infer<typeof RecordedUpdates>;

/** How many unfinished updates somebody wants, whose last holder fell silent. */
export const TakeOver = z.object({ limit: z.int().min(1).max(100).default(50) });
export type TakeOver = z.infer<typeof TakeOver>;
export const TakenUpdate = z.object({ updateId: UpdateId, body: z.unknown(), attempt: z.int() });
export const TakenUpdates = z.object({ updates: z.array(TakenUpdate) });
export type TakenUpdates = z.infer<typeof TakenUpdates>;

export const UpdateRef = z.object({ updateId: z.coerce.number().pipe(UpdateId) });
/** With `failure` it was not handled and will be tried again later; without, it is done. */
export const FinishUpdate = z.object({ failure: z.string().min(1).max(10_000).optional() });
export type FinishUpdate = z.infer<typeof FinishUpdate>;
export const FinishedUpdate = z.object({ finished: z.boolean(), attempts: z.int() });
export type FinishedUpdate = z.infer<typeof FinishedUpdate>;

/** Updates that were given up, newest first: for whoever operates the bots. */
export const FailedUpdate = z.object({
  updateId: UpdateId,
  attempts: z.int(),
  reason: z.string(),
  receivedAt: z.iso.datetime(),
});
export const FailedUpdates = z.object({ failed: z.array(FailedUpdate) });
export type FailedUpdates = z.infer<typeof FailedUpdates>;
