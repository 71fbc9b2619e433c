import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { items } from "./catalogue";
import { at, id, organisationId, within } from "./columns";
import { accounts } from "./people";
import { branches, organisations } from "./tenancy";

/** What somebody is about to order. A row of the API, so that it survives a restarted bot and shows on every device. */
export const carts = pgTable(
  "carts",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    branchId: uuid("branch_id").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.branchId, branches),
    uniqueIndex("carts_one_each").on(t.organisationId, t.accountId),
  ],
);

export const cartLines = pgTable(
  "cart_lines",
  {
    organisationId: organisationId(),
    id: id(),
    cartId: uuid("cart_id").notNull(),
    itemId: uuid("item_id").notNull(),
    modifierIds: uuid("modifier_ids").array().notNull(), // sorted, so that the same choice is the same line
    quantity: integer("quantity").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.cartId, carts),
    within(t.organisationId, t.itemId, items),
    uniqueIndex("cart_lines_once").on(t.organisationId, t.cartId, t.itemId, t.modifierIds),
    check("cart_lines_quantity_sane", sql`quantity between 1 and 50`),
    index("cart_lines_by_cart").on(t.organisationId, t.cartId),
  ],
);
