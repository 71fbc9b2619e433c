import { and, eq, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { media } from "#drizzle/schema/index";
import { MediaType } from "#shared/contracts/media";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { isReally } from "./sniff-type";

type MediaRow = typeof media.$inferSelect;

/**
 * The upload is there: looks at what really lies in storage. What is not what was announced is removed. Twice is fine.
 * @throws Refusal `media.not_found`, `media.too_large`, `media.type_not_allowed`
 */
export async function confirmUpload(deps: Deps, person: Person, id: Id): Promise<{ id: Id; bytes: number }> {
  const row = await withActor(deps, person, async ({ tx }) => {
    const [found] = await tx
      .select()
      .from(media)
      .where(
        and(
          eq(media.organisationId, person.organisationId),
          eq(media.id, id),
          eq(media.accountId, person.accountId),
          isNull(media.erasedAt),
        ),
      );
    return found;
  });
  if (!row) throw new Refusal("media.not_found");
  if (row.uploadedAt) return { id, bytes: row.bytes };
  // Outside any transaction: storage may take its time.
  const bytes = await inspect(deps, row);
  await withActor(deps, person, ({ tx, at }) =>
    tx
      .update(media)
      .set({ bytes, uploadedAt: at })
      .where(and(eq(media.organisationId, person.organisationId), eq(media.id, id))),
  );
  return { id, bytes };
}

/** The true size. A smaller file than announced is fine: cameras estimate. */
async function inspect({ storage }: Deps, { storageKey, contentType, bytes }: MediaRow): Promise<number> {
  const stored = await storage.stat(storageKey);
  if (!stored) throw new Refusal("media.not_found");
  if (stored.bytes > bytes) {
    await storage.remove(storageKey);
    throw new Refusal("media.too_large", { bytes });
  }
  const content = await storage.read(storageKey);
  if (!content || stored.contentType !== contentType || !isReally(content, MediaType.parse(contentType))) {
    await storage.remove(storageKey);
    throw new Refusal("media.type_not_allowed");
  }
  return stored.bytes;
}
