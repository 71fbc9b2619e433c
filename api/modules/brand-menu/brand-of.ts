import { and, asc, eq, isNull } from "drizzle-orm";
import { forgetMenu } from "#api/modules/menu/menu-cache";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import type { Work } from "#api/platform/with-actor";
import { branches, brands } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";

export type Brand = {
  id: Id;
  name: string;
  currency: Currency;
  branches: readonly { id: Id; name: LocalText }[];
};

/**
 * The brand whose menu is to be edited. A menu belongs to the brand and changes in all of its branches at once, so all
 * of them must be the editor's.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`
 */
export async function brandOf({ tx, actor }: Work, person: Person, brandId: Id): Promise<Brand> {
  mustMay(person, "menu.edit");
  const rows = await tx
    .select({ name: brands.name, branchId: branches.id, branchName: branches.name, currency: branches.currency })
    .from(brands)
    .innerJoin(
      branches,
      and(
        eq(branches.organisationId, brands.organisationId),
        eq(branches.brandId, brands.id),
        isNull(branches.archivedAt),
      ),
    )
    .where(and(eq(brands.organisationId, actor.organisationId), eq(brands.id, brandId)))
    .orderBy(asc(branches.createdAt), asc(branches.id));
  const [first] = rows;
  if (!first || !rows.some(({ branchId }) => mayAt(person, "menu.edit", branchId)))
    throw new Refusal("brand.not_found");
  if (!rows.every(({ branchId }) => mayAt(person, "menu.edit", branchId))) throw new Refusal("auth.not_allowed");
  const here = rows.map(({ branchId, branchName }) => ({ id: branchId, name: branchName }));
  return { id: brandId, name: first.name, currency: first.currency, branches: here };
}

/** What every branch sells is another thing now: screens and caches hear of it. */
export function announceMenu(work: Work, deps: Deps, branchIds: readonly Id[], itemId: Id | null = null): void {
  for (const branchId of branchIds) work.emit({ kind: "menu.changed", body: { branchId, itemId } });
  work.afterCommit(() => forgetMenu(deps, work.actor.organisationId, branchIds));
}

/** @throws Refusal `branch.not_found` when one of them is not the brand's */
export function mustBeOf(brand: Brand, branchIds: readonly Id[]): void {
  const own = new Set(brand.branches.map(({ id }) => id));
  if (!branchIds.every((id) => own.has(id))) throw new Refusal("branch.not_found");
}

export const branchIdsOf = (brand: Brand): Id[] => brand.branches.map(({ id }) => id);
