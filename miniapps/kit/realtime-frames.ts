import type { CLOSE_CODES as Codes } from "#shared/contracts/realtime";

export type { ClientFrame, ServerFrame } from "#shared/contracts/realtime";

/** Those of the contract, which carries zod; the type makes sure that they are the same. */
export const CLOSE_CODES: typeof Codes = { signedOut: 4401, tooSlow: 4408, tooMany: 4429, goingAway: 1001 };
