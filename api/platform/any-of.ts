import { type Column, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * `column = any(array(query))`: the query runs first, and its rows are looked up by key. Written as `in (query)` the
 * planner may join the two, and on tables that nobody has analysed yet every key of a tenant looks alike to it, so it
 * walks all rows of the tenant for each of the rows, and keeps that plan for as long as the connection lives.
 */
export const anyOf = (column: Column, query: SQLWrapper): SQL => sql`${column} = any(array(${query}))`;
