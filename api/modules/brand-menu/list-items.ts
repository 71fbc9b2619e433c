import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Person } from "#api/platform/actor";
import { readCursor, writeCursor } from "#api/platform/cursor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { ItemRow, ItemsPage, ItemsQuery } from "#shared/contracts/brand-menu";
import { Id } from "#shared/kernel/ids";
import { brandOf } from "./brand-of";

const Place = z.tuple([z.int(), z.int(), Id]);
const START: [number, number, Id | null] = [0, 0, null];
type PlacedItem = ItemRow & { place: [category: number, item: number, id: Id] };

/** The items of a brand in the order of its menu. @throws Refusal `auth.not_allowed`, `brand.not_found`, `request.invalid` */
export const listItems = (deps: Deps, person: Person, query: ItemsQuery & { id: Id }): Promise<ItemsPage> =>
  withActor(deps, person, async ({ tx, ...work }) => {
    const brand = await brandOf({ tx, ...work }, person, query.id);
    const rows = await readItems(connectionOf(tx), person.organisationId, { ...query, id: brand.id });
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1)?.place : undefined;
    return { items: page.map(({ place: _, ...item }) => item), next: last ? writeCursor(last) : null };
  });

/** One more than asked for, so that it is known whether there is a next page. */
function readItems(sql: TransactionSql, organisationId: Id, query: ItemsQuery & { id: Id }): Promise<PlacedItem[]> {
  const { id: brandId, categoryId, q, soldOut, limit } = query;
  const [category, item, id] = query.after === undefined ? START : readCursor(query.after, Place);
  return sql<PlacedItem[]>`
    select i.id, i.category_id as "categoryId", i.name, i.photo_media_id as "photoMediaId",
      i.price_minor::float8 as "priceMinor", json_build_array(c.position, i.position, i.id) as place,
      coalesce((select json_agg(json_build_object('branchId', s.branch_id, 'available', s.available, 'stock', s.stock))
        from branch_items s where s.organisation_id = i.organisation_id and s.item_id = i.id), '[]') as at
    from items i
    join categories c on c.organisation_id = i.organisation_id and c.id = i.category_id
    where i.organisation_id = ${organisationId} and i.brand_id = ${brandId} and i.archived_at is null
      ${categoryId ? sql`and i.category_id = ${categoryId}` : sql``}
      ${q ? sql`and i.name::text || coalesce(i.description::text, '') ilike ${patternOf(q)}` : sql``}
      ${soldOut ? sql`and exists (${lacking(sql)})` : sql``}
      ${id ? sql`and (c.position, i.position, i.id) > (${category}, ${item}, ${id}::uuid)` : sql``}
    order by c.position, i.position, i.id limit ${limit + 1}`;
}

const lacking = (sql: TransactionSql) => sql`
  select from branch_items s where s.organisation_id = i.organisation_id and s.item_id = i.id
    and (not s.available or s.stock = 0)`;

/** What people type is no pattern. */
const patternOf = (q: string): string => `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
