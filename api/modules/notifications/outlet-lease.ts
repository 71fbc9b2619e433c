import type { Milliseconds } from "#shared/kernel/units";

/**
 * Machine time for which what a bot process claimed is its own. A process that lives says so long before and keeps it;
 * what a dead one had is another's after this, well within the half minute that an offer stands.
 */
export const OUTLET_LEASE_MS: Milliseconds = 6_000;

/** A notification that was claimed this often without any receipt kills whoever sends it: it is given up, visibly. */
export const CLAIMS_WITHOUT_RECEIPT_MAX = 20;
