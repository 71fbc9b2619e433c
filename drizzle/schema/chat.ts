import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id, organisationId, within } from "./columns";
import { orders } from "./orders";
import { accounts, role } from "./people";
import { media } from "./requests";
import { bots, organisations } from "./tenancy";

/** What people wrote to each other through the business; nobody learns a number or a username. */
export const messages = pgTable(
  "messages",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    orderId: uuid("order_id"), // null: about no order in particular
    fromAccountId: uuid("from_account_id")
      .notNull()
      .references(() => accounts.id),
    fromRole: role("from_role").notNull(),
    /** The bot that the writer used, and is answered through. */
    fromBotId: uuid("from_bot_id").notNull(),
    toRole: role("to_role").notNull(), // `dispatcher` stands for the staff
    toAccountId: uuid("to_account_id").references(() => accounts.id), // null: the staff, whoever is there
    text: text("text"),
    mediaId: uuid("media_id"),
    at: at("at").notNull(),
    erasedAt: at("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    within(t.organisationId, t.orderId, orders),
    within(t.organisationId, t.fromBotId, bots),
    within(t.organisationId, t.mediaId, media),
    check("messages_say_something", sql`erased_at is not null or text is not null or media_id is not null`),
    index("messages_by_order").on(t.organisationId, t.orderId, t.at),
    index("messages_by_writer").on(t.organisationId, t.fromAccountId, t.at), // erasure
    index("messages_by_media").on(t.organisationId, t.mediaId).where(sql`${t.mediaId} is not null`), // who may see it
  ],
);
