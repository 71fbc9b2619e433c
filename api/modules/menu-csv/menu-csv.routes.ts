import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BrandRef } from "#shared/contracts/brand-menu";
import { IMPORT_BYTES_MAX, ImportDone, ImportPreview, ImportQuery } from "#shared/contracts/menu-csv";
import { Refusal } from "#shared/kernel/refusal";
import { importMenu } from "./import-menu";
import { previewImport } from "./preview-import";

/** The file itself is the body: its letters are not known before it is looked at. */
const asBytes = ({ request }: { request: Request }): Promise<ArrayBuffer> => request.arrayBuffer();

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof ArrayBuffer) || body.byteLength === 0) throw new Refusal("import.empty");
  if (body.byteLength > IMPORT_BYTES_MAX) throw new Refusal("request.too_large", { mostBytes: IMPORT_BYTES_MAX });
  return new Uint8Array(body);
}

export const menuCsvRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/brands/:id/menu-file", tags: ["menu"] })
    .use(signedIn(deps))
    .post("/preview", ({ actor, params, body }) => previewImport(deps, actor, { ...params, bytes: bytesOf(body) }), {
      parse: asBytes,
      params: BrandRef,
      response: ImportPreview,
      detail: { summary: "What a file would change of the menu" },
    })
    .post(
      "/",
      ({ actor, params, query, body }) => importMenu(deps, actor, { ...params, ...query, bytes: bytesOf(body) }),
      {
        parse: asBytes,
        params: BrandRef,
        query: ImportQuery,
        response: ImportDone,
        detail: { summary: "Change the menu as a file says" },
      },
    );
