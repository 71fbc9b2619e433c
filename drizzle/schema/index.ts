/** The whole schema in one object; the only barrel of the project, because Drizzle wants one. */
export * from "./carts";
export * from "./catalogue";
export * from "./chat";
export * from "./couriers";
export * from "./deliveries";
export * from "./dispatch";
export * from "./favourites";
export * from "./forecast";
export * from "./ledger";
export * from "./money";
export * from "./orders";
export * from "./people";
export * from "./requests";
export * from "./tenancy";
