import type { Id } from "#shared/kernel/ids";
import type { Api } from "../../kit/api";
import { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { photoStore } from "./photo-store";

/** Long enough for a photo of some hundred kilobytes over a bad connection. */
const UPLOAD_LIMIT_MS = 90_000;

/**
 * Brings the photo of a hand-over into the storage, once: what was cut off begins anew, what has arrived is not sent
 * again.
 * @returns its media id
 * @throws ApiProblem `media.…`, `offline`
 */
export async function uploadPhoto(api: Api, deliveryId: Id): Promise<Id> {
  const kept = await photoStore.find(deliveryId);
  if (!kept) throw new ApiProblem("media.not_found");
  if (kept.mediaId) return kept.mediaId;
  const { blob } = kept;
  const { id, uploadUrl, contentType } = await ask(
    api.media.post({ purpose: "proof", contentType: blob.type, bytes: blob.size }),
  );
  await put(uploadUrl, blob, contentType);
  await ask(api.media({ id }).confirm.post());
  await photoStore.keep(deliveryId, { blob, mediaId: id });
  return id;
}

/** The storage speaks no codes of ours: too large and of another kind are final, anything else is tried again. */
async function put(url: string, blob: Blob, contentType: string): Promise<void> {
  const signal = AbortSignal.timeout(UPLOAD_LIMIT_MS);
  const reply = await fetch(url, { method: "PUT", body: blob, headers: { "content-type": contentType }, signal }).catch(
    () => null,
  );
  if (reply?.ok) return;
  if (reply?.status === 413) throw new ApiProblem("media.too_large");
  throw new ApiProblem(reply?.status === 415 ? "media.type_not_allowed" : "offline");
}
