import type { Actor } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { MenuItem, MenuView } from "#shared/contracts/menu";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import { Refusal } from "#shared/kernel/refusal";
import { readMenu } from "./menu.queries";
import { keepMenu, keptMenu } from "./menu-cache";

/**
 * What a branch sells, from the cache where it is fresh. Prices of an order never come from here.
 * @throws Refusal `branch.not_found`
 */
export async function seeMenu(deps: Deps, actor: Actor, branchId: Id): Promise<MenuView> {
  mustMay(actor, "menu.see");
  const { organisationId } = actor;
  const { menu, key } = await keptMenu(deps, organisationId, branchId);
  if (menu) return menu;
  const fresh = await withActor(deps, actor, ({ tx }) => readMenu(connectionOf(tx), organisationId, branchId));
  if (!fresh) throw new Refusal("branch.not_found");
  await keepMenu(deps, key, fresh);
  return fresh;
}

/** Items whose name or description has the words in any language. @throws Refusal `branch.not_found` */
export async function searchMenu(deps: Deps, actor: Actor, { id, q }: { id: Id; q: string }): Promise<MenuItem[]> {
  const { categories } = await seeMenu(deps, actor, id);
  const words = plain(q).split(/\s+/).filter(Boolean);
  return categories
    .flatMap(({ items }) => items)
    .filter(({ name, description }) => {
      const text = plain([...textsOf(name), ...textsOf(description)].join(" "));
      return words.every((word) => text.includes(word));
    });
}

const textsOf = (text: LocalText | null): string[] => (text ? Object.values(text) : []);

/** Uzbek has four marks that people type as one, or leave out. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[ʻʼ’‘'`]/g, "");
