import type { branchItems, categories, items, modifierGroups, modifiers, stockLog } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { type CategoryRow, type GroupRow, type ItemRow, words } from "./menu-rows";

type Whose = { organisationId: Id; brandId: Id; branchId: Id; newId: () => Id; at: Date; minorPerSom: number };

type MenuRows = {
  categories: (typeof categories.$inferInsert)[];
  items: (typeof items.$inferInsert)[];
  groups: (typeof modifierGroups.$inferInsert)[];
  modifiers: (typeof modifiers.$inferInsert)[];
  branchItems: (typeof branchItems.$inferInsert)[];
  stockLog: (typeof stockLog.$inferInsert)[];
};

/** A menu as the rows of its tables. */
export function menuRows(whose: Whose, menu: readonly CategoryRow[]): MenuRows {
  const rows: MenuRows = { categories: [], items: [], groups: [], modifiers: [], branchItems: [], stockLog: [] };
  for (const [position, category] of menu.entries()) {
    const { organisationId, brandId } = whose;
    const id = whose.newId();
    rows.categories.push({ organisationId, id, brandId, name: words(category.name), position });
    for (const [at, item] of category.items.entries()) addItem(rows, whose, id, item, at);
  }
  return rows;
}

function addItem(rows: MenuRows, whose: Whose, categoryId: Id, item: ItemRow, position: number): void {
  const { organisationId, brandId, branchId, newId, at, minorPerSom } = whose;
  const itemId = newId();
  rows.items.push({
    organisationId,
    id: itemId,
    brandId,
    categoryId,
    name: words(item.name),
    description: item.about ? words(item.about) : null,
    priceMinor: item.som * minorPerSom,
    position,
    updatedAt: at,
  });
  for (const [place, group] of (item.groups ?? []).entries()) addGroup(rows, whose, itemId, group, place);
  if (item.stock === undefined) return;
  const stocked = { organisationId, branchId, itemId };
  rows.branchItems.push({ ...stocked, available: true, stock: item.stock, updatedAt: at });
  rows.stockLog.push({
    ...stocked,
    id: newId(),
    delta: item.stock,
    reason: "counted",
    causeId: itemId,
    doneBy: "system",
    at,
  });
}

function addGroup(rows: MenuRows, whose: Whose, itemId: Id, group: GroupRow, position: number): void {
  const { organisationId, newId, minorPerSom } = whose;
  const groupId = newId();
  const choices = { minChoices: group.min, maxChoices: group.max };
  rows.groups.push({ organisationId, id: groupId, itemId, name: words(group.name), ...choices, position });
  for (const [place, [name, addsSom]] of group.choices.entries())
    rows.modifiers.push({
      organisationId,
      id: newId(),
      groupId,
      name: words(name),
      priceDeltaMinor: addsSom * minorPerSom,
      available: true,
      position: place,
    });
}
