import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import type { ItemView } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** An item with all that belongs to it, as an editor needs it. @throws Refusal `item.not_found` */
export async function itemView({ tx, actor }: Work, id: Id): Promise<ItemView> {
  const [item] = await connectionOf(tx)<ItemView[]>`
    select i.id, i.brand_id as "brandId", i.category_id as "categoryId", i.name, i.description,
      i.price_minor::float8 as "priceMinor", i.photo_media_id as "photoMediaId", i.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('branchId', s.branch_id, 'available', s.available, 'stock', s.stock))
        from branch_items s where s.organisation_id = i.organisation_id and s.item_id = i.id), '[]') as at,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'minChoices', g.min_choices,
          'maxChoices', g.max_choices, 'modifiers', coalesce((
            select json_agg(json_build_object('id', m.id, 'name', m.name, 'priceDeltaMinor', m.price_delta_minor,
              'available', m.available) order by m.position)
            from modifiers m where m.organisation_id = g.organisation_id and m.group_id = g.id
              and m.archived_at is null), '[]')) order by g.position)
        from modifier_groups g where g.organisation_id = i.organisation_id and g.item_id = i.id
          and g.archived_at is null), '[]') as "modifierGroups"
    from items i
    where i.organisation_id = ${actor.organisationId} and i.id = ${id} and i.archived_at is null`;
  if (!item) throw new Refusal("item.not_found");
  return { ...item, updatedAt: new Date(item.updatedAt).toISOString() };
}
