import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, primaryKey, smallint, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { LedgerAccount, MovementKind } from "#shared/money/ledger";
import { at, id, money, organisationId, within } from "./columns";
import { couriers } from "./couriers";
import { orders } from "./orders";
import { currency, organisations } from "./tenancy";

export const movementKind = pgEnum("movement_kind", MovementKind.enum);
export const ledgerAccount = pgEnum("ledger_account", LedgerAccount.enum);

/** Append-only: one thing that happened to money. Its entries sum to zero (a deferred trigger, see the migration). */
export const moneyMovements = pgTable(
  "money_movements",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    kind: movementKind("kind").notNull(),
    causeId: uuid("cause_id").notNull(),
    orderId: uuid("order_id"),
    courierId: uuid("courier_id"),
    currency: currency("currency").notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    within(t.organisationId, t.courierId, couriers),
    // One cause moves money once, however often a verb is retried.
    uniqueIndex("money_movements_once").on(t.organisationId, t.kind, t.causeId),
    index("money_movements_by_order").on(t.organisationId, t.orderId),
    index("money_movements_by_courier").on(t.organisationId, t.courierId, t.at),
  ],
);

export const moneyEntries = pgTable(
  "money_entries",
  {
    organisationId: organisationId(),
    movementId: uuid("movement_id").notNull(),
    position: smallint("position").notNull(),
    account: ledgerAccount("account").notNull(),
    partyId: uuid("party_id"), // whose: the customer, the courier, the branch
    amountMinor: money("amount_minor").notNull(), // signed; debit is positive
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.movementId, t.position] }),
    within(t.organisationId, t.movementId, moneyMovements),
    check("money_entries_not_zero", sql`amount_minor <> 0`),
    index("money_entries_by_party").on(t.organisationId, t.account, t.partyId),
  ],
);
