import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { DownloadLink, DownloadRef, WantedFile } from "#shared/contracts/download";
import { offerDownload, openDownload } from "./offer-download";
import { type OutgoingFile, writeFile } from "./write-file";

export const downloadsRoutes = (deps: Deps) =>
  new Elysia({ tags: ["downloads"] })
    .get(
      "/downloads/:token",
      async ({ params }) => answerOf(await writeFile(deps, await openDownload(deps, params.token))),
      {
        params: DownloadRef,
        detail: { summary: "Fetch a file by its link" },
      },
    )
    .use(signedIn(deps))
    .post("/downloads", ({ actor, language, body }) => offerDownload(deps, actor, { language, wanted: body }), {
      body: WantedFile,
      response: DownloadLink,
      detail: { summary: "Get a link to orders, a menu or a receipt as a file" },
    });

/** Nothing is read before somebody takes it, and nothing more once they have gone. */
function answerOf({ name, contentType, body }: OutgoingFile): Response {
  const parts = body[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return?.()),
  });
  return new Response(stream, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
