import type { Deps } from "#api/platform/deps";
import { MenuView } from "#shared/contracts/menu";
import type { Id } from "#shared/kernel/ids";

const KEPT_SECONDS = 3_600;

type Cache = Pick<Deps, "redis" | "keys">;

/**
 * Menus are kept under the number of changes that the branch's menu has seen. Whoever read the tables before a change
 * keeps what they read under the old number, where nobody looks any more.
 */
const versionKey = ({ keys }: Cache, organisationId: Id, branchId: Id) => keys.menu(organisationId, branchId);

/** The kept menu, and the key under which a fresh one may be kept; Redis away: nothing of both. */
export async function keptMenu(
  cache: Cache,
  organisationId: Id,
  branchId: Id,
): Promise<{ menu: MenuView | null; key: string | null }> {
  if (cache.redis.status !== "ready") return { menu: null, key: null };
  const name = versionKey(cache, organisationId, branchId);
  const key = `${name}:${(await cache.redis.get(name)) ?? 0}`;
  const text = await cache.redis.get(key);
  return { menu: text ? MenuView.parse(JSON.parse(text)) : null, key };
}

export async function keepMenu({ redis }: Cache, key: string | null, menu: MenuView): Promise<void> {
  if (key && redis.status === "ready") await redis.set(key, JSON.stringify(menu), "EX", KEPT_SECONDS);
}

/** To be called after the commit of everything that changes what a branch sells, its stock included. */
export async function forgetMenu(cache: Cache, organisationId: Id, branchIds: readonly Id[]): Promise<void> {
  if (cache.redis.status !== "ready") return;
  await Promise.all(branchIds.map((branchId) => cache.redis.incr(versionKey(cache, organisationId, branchId))));
}
