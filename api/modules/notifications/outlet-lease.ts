import type { Milliseconds } from "#shared/kernel/units";

/** Machine time that a bot process has to send what it claimed. */
export const OUTLET_LEASE_MS: Milliseconds = 20_000;

/** A notification that was claimed this often without any receipt kills whoever sends it: it is given up, visibly. */
export const CLAIMS_WITHOUT_RECEIPT_MAX = 20;
