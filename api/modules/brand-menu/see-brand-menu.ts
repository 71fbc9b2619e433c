import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import type { BrandMenuView, CategoryView } from "#shared/contracts/brand-menu";
import type { Id } from "#shared/kernel/ids";
import { type Brand, brandOf } from "./brand-of";

/** The categories of a brand, in their order. @throws Refusal `auth.not_allowed`, `brand.not_found` */
export const seeBrandMenu = (deps: Deps, person: Person, brandId: Id): Promise<BrandMenuView> =>
  withActor(deps, person, async (work) => brandMenuView(work, await brandOf(work, person, brandId)));

/** As `seeBrandMenu`, for a verb that has found the brand already. */
export async function brandMenuView({ tx, actor }: Work, brand: Brand): Promise<BrandMenuView> {
  const categories = await connectionOf(tx)<CategoryView[]>`
    select c.id, c.name, (select count(*)::int from items i
      where i.organisation_id = c.organisation_id and i.category_id = c.id and i.archived_at is null) as items
    from categories c
    where c.organisation_id = ${actor.organisationId} and c.brand_id = ${brand.id} and c.archived_at is null
    order by c.position, c.id`;
  const { id: brandId, name: brandName, currency, branches } = brand;
  return { brandId, brandName, currency, branches: [...branches], categories: [...categories] };
}
