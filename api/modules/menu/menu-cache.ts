import type { Deps } from "#api/platform/deps";
import { redisAnswer } from "#api/platform/redis-answer";
import { MenuView } from "#shared/contracts/menu";
import type { Id } from "#shared/kernel/ids";

const KEPT_SECONDS = 3_600;

export type MenuCache = Pick<Deps, "redis" | "keys" | "log">;

/**
 * Menus are kept under the number of changes that the branch's menu has seen. Whoever read the tables before a change
 * keeps what they read under the old number, where nobody looks any more.
 */
const versionKey = ({ keys }: MenuCache, organisationId: Id, branchId: Id) => keys.menu(organisationId, branchId);

/** The kept menu, and the key under which a fresh one may be kept; Redis away: nothing of both. */
export async function keptMenu(
  cache: MenuCache,
  organisationId: Id,
  branchId: Id,
): Promise<{ menu: MenuView | null; key: string | null }> {
  const name = versionKey(cache, organisationId, branchId);
  const version = await redisAnswer(cache, async () => (await cache.redis.get(name)) ?? "0", null);
  if (version === null) return { menu: null, key: null };
  const key = `${name}:${version}`;
  const text = await redisAnswer(cache, () => cache.redis.get(key), null);
  return { menu: text ? MenuView.parse(JSON.parse(text)) : null, key };
}

export async function keepMenu(cache: MenuCache, key: string | null, menu: MenuView): Promise<void> {
  if (key) await redisAnswer(cache, () => cache.redis.set(key, JSON.stringify(menu), "EX", KEPT_SECONDS), null);
}

/** To be called after the commit of everything that changes what a branch sells, its stock included. Never rejects. */
export async function forgetMenu(cache: MenuCache, organisationId: Id, branchIds: readonly Id[]): Promise<void> {
  const forget = (branchId: Id) => cache.redis.incr(versionKey(cache, organisationId, branchId));
  await redisAnswer(cache, () => Promise.all(branchIds.map(forget)), null);
}
