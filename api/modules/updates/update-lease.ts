import type { Milliseconds } from "#shared/kernel/units";

/** Machine time that a process has for an update before another may take it over. */
export const UPDATE_LEASE_MS: Milliseconds = 20_000;

/** An update that failed, or killed its process, this often is given up, visibly. */
export const UPDATE_ATTEMPTS_MAX = 5;

export const leaseUntil = (realNow: Date): Date => new Date(realNow.getTime() + UPDATE_LEASE_MS);

/** A failed update is tried again after 1, 4, 9, … seconds of machine time. */
export const retryAt = (realNow: Date, attempts: number): Date => new Date(realNow.getTime() + attempts ** 2 * 1_000);
