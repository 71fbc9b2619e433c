import type { Handling } from "./dispatch-policy";

/** Seconds on foot at the doors, the same everywhere, for rounds and for ETAs. */
export const HANDLING: Handling = {
  beforePickupSeconds: 60,
  afterPickupSeconds: 30,
  beforeDropoffSeconds: 90,
  afterDropoffSeconds: 30,
};
