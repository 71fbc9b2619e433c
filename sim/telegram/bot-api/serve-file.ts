import { fileByPath } from "../world/files";
import type { StoredFile } from "../world/state";
import type { World } from "../world/world";
import { ApiError, errorReply } from "./api-error";

export function serveFile(world: World, path: string): Response {
  const file = fileByPath(world, path);
  return file ? fileReply(file) : errorReply(new ApiError(404, "Not Found"));
}

export const fileReply = ({ bytes, mimeType }: StoredFile): Response =>
  // A copy: the type of a response body wants a buffer that nobody shares.
  new Response(new Uint8Array(bytes), {
    headers: { "content-type": mimeType, "cache-control": "private, max-age=86400" },
  });
