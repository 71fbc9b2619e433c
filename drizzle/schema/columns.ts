import { type AnyPgColumn, bigint, doublePrecision, foreignKey, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** The column vocabulary. No column makes its own id or time: both are handed in, so that a day can be replayed. */
export const id = () => uuid("id").notNull();
export const organisationId = () => uuid("organisation_id").notNull();
/** A moment of business time, in milliseconds precision like everything in JavaScript. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
/** Integer minor units; a bigint in the database, exact in a double far beyond any order. */
export const money = (name: string) => bigint(name, { mode: "number" });
export const metres = (name: string) => integer(name);
/** WGS 84 degrees. */
export const degrees = (name: string) => doublePrecision(name);

type Keyed = { organisationId: AnyPgColumn; id: AnyPgColumn };

/**
 * A reference that cannot leave the organisation: the key is (organisation_id, id) on both sides, so a row of one
 * tenant can never point to a row of another, whatever the code above does.
 */
export const within = (organisation: AnyPgColumn, column: AnyPgColumn, target: Keyed) =>
  foreignKey({ columns: [organisation, column], foreignColumns: [target.organisationId, target.id] });
