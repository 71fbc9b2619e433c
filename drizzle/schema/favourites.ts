import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { items } from "./catalogue";
import { at, organisationId, within } from "./columns";
import { accounts } from "./people";

/** Dishes that somebody wants to find again. */
export const favourites = pgTable(
  "favourites",
  {
    organisationId: organisationId(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    itemId: uuid("item_id").notNull(),
    at: at("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.accountId, t.itemId] }),
    within(t.organisationId, t.itemId, items),
  ],
);
