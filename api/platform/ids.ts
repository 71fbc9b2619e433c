import { randomUUIDv7 } from "bun";
import type { Clock } from "#shared/kernel/clock";
import type { Id } from "#shared/kernel/ids";

export type NewId = () => Id;

/** UUIDv7 from the business clock, so that rows of a replayed day sort as they would have on that day. */
export const createIds =
  (clock: Clock): NewId =>
  () =>
    randomUUIDv7("hex", clock.now());
