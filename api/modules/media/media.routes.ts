import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { MediaLink, MediaRef, MediaStored, MediaUpload, NewMedia } from "#shared/contracts/media";
import { confirmUpload } from "./confirm-upload";
import { linkMedia } from "./link-media";
import { requestUpload } from "./request-upload";

export const mediaRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/media", tags: ["media"] })
    .use(signedIn(deps))
    .post("/", ({ actor, body }) => requestUpload(deps, actor, body), {
      body: NewMedia,
      response: MediaUpload,
      detail: { summary: "Get a place and a URL for one file" },
    })
    .post("/:id/confirm", ({ actor, params }) => confirmUpload(deps, actor, params.id), {
      params: MediaRef,
      response: MediaStored,
      detail: { summary: "Say that it is uploaded, so that it is looked at" },
    })
    .get("/:id", ({ actor, params }) => linkMedia(deps, actor, params.id), {
      params: MediaRef,
      response: MediaLink,
      detail: { summary: "Get a link to a file, for a while" },
    });
