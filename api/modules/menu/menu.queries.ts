import type { TransactionSql } from "postgres";
import type { MenuItem, MenuView } from "#shared/contracts/menu";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";

type CategoryRecord = { id: Id; name: LocalText; items: MenuItem[] };

/** The menu of a branch as it is in the tables; `null` when there is no such branch. */
export async function readMenu(sql: TransactionSql, organisationId: Id, branchId: Id): Promise<MenuView | null> {
  const [[branch], categories] = await Promise.all([
    sql<{ currency: Currency }[]>`
      select currency from branches
      where organisation_id = ${organisationId} and id = ${branchId} and archived_at is null`,
    sql<CategoryRecord[]>`
      select c.id, c.name, coalesce((
        select json_agg(json_build_object('id', i.id, 'name', i.name, 'description', i.description,
          'photoMediaId', i.photo_media_id, 'priceMinor', i.price_minor,
          'available', coalesce(s.available, true) and (s.stock is null or s.stock > 0), 'stock', s.stock,
          'modifierGroups', coalesce((
            select json_agg(json_build_object('id', g.id, 'name', g.name, 'minChoices', g.min_choices,
              'maxChoices', g.max_choices, 'modifiers', coalesce((
                select json_agg(json_build_object('id', m.id, 'name', m.name, 'priceDeltaMinor', m.price_delta_minor,
                  'available', m.available) order by m.position)
                from modifiers m where m.organisation_id = g.organisation_id and m.group_id = g.id
                  and m.archived_at is null), '[]')) order by g.position)
            from modifier_groups g where g.organisation_id = i.organisation_id and g.item_id = i.id
              and g.archived_at is null), '[]')) order by i.position)
        from items i
        left join branch_items s
          on s.organisation_id = i.organisation_id and s.branch_id = b.id and s.item_id = i.id
        where i.organisation_id = c.organisation_id and i.category_id = c.id and i.archived_at is null), '[]') as items
      from branches b join categories c on c.organisation_id = b.organisation_id and c.brand_id = b.brand_id
      where b.organisation_id = ${organisationId} and b.id = ${branchId} and c.archived_at is null
      order by c.position`,
  ]);
  return branch ? { branchId, currency: branch.currency, categories: [...categories] } : null;
}
