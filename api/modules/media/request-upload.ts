import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { media } from "#drizzle/schema/index";
import { MEDIA_RULES, MediaType, type MediaUpload, type NewMedia } from "#shared/contracts/media";
import { Refusal } from "#shared/kernel/refusal";

/** Long enough for a photo over a bad connection. */
export const UPLOAD_SECONDS = 600;

/**
 * A place for one file, and a URL that takes exactly it. Nothing is believed of what lies there until it is confirmed.
 * @throws Refusal `auth.not_allowed`, `media.type_not_allowed`, `media.too_large`
 */
export const requestUpload = (
  deps: Deps,
  person: Person,
  { purpose, contentType, bytes }: NewMedia,
): Promise<MediaUpload> =>
  withActor(deps, person, async ({ tx, at }) => {
    mustMay(person, purpose === "item" ? "menu.edit" : "media.upload");
    const type = MediaType.safeParse(contentType);
    const rule = MEDIA_RULES[purpose];
    if (!type.success || !rule.types.includes(type.data)) throw new Refusal("media.type_not_allowed");
    if (bytes > rule.maxBytes) throw new Refusal("media.too_large", { maxBytes: rule.maxBytes });

    const { organisationId, accountId } = person;
    const id = deps.newId();
    const storageKey = `${organisationId}/${purpose}/${id}`;
    const row = { organisationId, id, accountId, purpose, contentType: type.data, bytes, storageKey, createdAt: at };
    await tx.insert(media).values(row);
    const file = { contentType: type.data, bytes, expiresIn: UPLOAD_SECONDS };
    return {
      id,
      uploadUrl: await deps.storage.uploadUrl(storageKey, file),
      contentType: type.data,
      expiresAt: new Date(deps.clock.realNow().getTime() + UPLOAD_SECONDS * 1_000).toISOString(),
    };
  });
