import type { KnownCategory, KnownItem, KnownMenu } from "#api/domain/menu-csv/plan-import";
import type { Brand } from "#api/modules/brand-menu/brand-of";
import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";

/** The menu of a brand as a file is compared with it, in the order of the menu. */
export async function knownMenu({ tx, actor }: Work, brand: Brand): Promise<KnownMenu> {
  const sql = connectionOf(tx);
  const [categories, items] = await Promise.all([
    sql<KnownCategory[]>`
      select id, name from categories
      where organisation_id = ${actor.organisationId} and brand_id = ${brand.id} and archived_at is null
      order by position, id`,
    sql<KnownItem[]>`
      select i.id, i.category_id as "categoryId", i.name, i.description, i.price_minor::float8 as "priceMinor"
      from items i join categories c on c.organisation_id = i.organisation_id and c.id = i.category_id
      where i.organisation_id = ${actor.organisationId} and i.brand_id = ${brand.id} and i.archived_at is null
      order by c.position, i.position, i.id`,
  ]);
  return { currency: brand.currency, categories, items };
}
