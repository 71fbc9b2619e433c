import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { Refusal } from "#shared/kernel/refusal";
import type { FolderStorage } from "./folder-storage";
import type { Storage } from "./storage";

const Grants = z.object({
  expires: z.string().optional(),
  type: z.string().optional(),
  bytes: z.string().optional(),
  signature: z.string().optional(),
});

const isFolder = (storage: Storage): storage is FolderStorage => "granted" in storage;

/** Nothing that somebody uploaded may run as a page of ours. */
const HARMLESS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "private, max-age=600",
};

/**
 * The far end of the folder's signed URLs. The signature is the right: whoever has the URL may use it until it expires.
 * With S3 there is nothing here.
 */
export const storageRoutes = ({ storage }: Pick<Deps, "storage">) =>
  new Elysia({ prefix: "/storage", tags: ["media"] })
    .get(
      "/*",
      async ({ params, query }) => {
        const folder = grantedFolder(storage, "GET", params["*"], query);
        const [bytes, stat] = await Promise.all([folder.read(params["*"]), folder.stat(params["*"])]);
        if (!bytes || !stat) throw new Refusal("media.not_found");
        return new Response(bytes.slice().buffer, { headers: { ...HARMLESS, "content-type": stat.contentType } });
      },
      { query: Grants, detail: { summary: "Download by a signed URL" } },
    )
    .put(
      "/*",
      async ({ params, query, body, headers }) => {
        const folder = grantedFolder(storage, "PUT", params["*"], query);
        const allowed = Number(query.bytes);
        if (!(body instanceof ArrayBuffer) || headers["content-type"] !== query.type)
          throw new Refusal("media.type_not_allowed");
        if (body.byteLength > allowed) throw new Refusal("media.too_large", { bytes: allowed });
        await folder.write(params["*"], new Uint8Array(body), query.type ?? "");
        return { bytes: body.byteLength };
      },
      {
        parse: ({ request }) => request.arrayBuffer(),
        query: Grants,
        detail: { summary: "Upload by a signed URL" },
      },
    );

function grantedFolder(storage: Storage, method: string, key: string, query: z.infer<typeof Grants>): FolderStorage {
  if (isFolder(storage) && storage.granted(method, decodeURIComponent(key), query)) return storage;
  throw new Refusal("media.not_found");
}
