import type { Id } from "#shared/kernel/ids";

/** Whose lessons: each organisation learns for itself in each of its cities. */
export type Region = { organisationId: Id; regionId: Id };
