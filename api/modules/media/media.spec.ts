import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MEDIA_RULES, type MediaUpload } from "#shared/contracts/media";
import { createWorld } from "#sim/testing/world";

const folder = join(tmpdir(), `peyk-media-${process.pid}`);
const world = await createWorld({ STORAGE_FOLDER: folder });
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});
const courier = world.as("courier1");
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

const ask = async (file: object = {}) =>
  courier.post("/media", { purpose: "proof", contentType: "image/jpeg", bytes: JPEG.length, ...file });
const local = (url: string) => url.replace(world.deps.config.PUBLIC_URL, "http://localhost");
const put = (url: string, bytes: Uint8Array, type = "image/jpeg") =>
  world.app.handle(
    new Request(local(url), { method: "PUT", body: bytes.slice().buffer, headers: { "content-type": type } }),
  );

/** Asks for a place, puts the bytes there, and has it confirmed. */
async function upload(bytes: Uint8Array, file: object = {}) {
  const { id, uploadUrl } = (await ask({ bytes: bytes.length, ...file })).body as MediaUpload;
  await put(uploadUrl, bytes);
  return { id, confirmed: await courier.post(`/media/${id}/confirm`) };
}

describe("a photo", () => {
  it("goes straight to storage by its URL, and can be fetched by a link for a while", async () => {
    const { id, confirmed } = await upload(JPEG);
    expect(confirmed).toMatchObject({ status: 200, body: { bytes: JPEG.length } });
    const { url } = (await courier.get(`/media/${id}`)).body as { url: string };
    const fetched = await world.app.handle(new Request(local(url)));
    expect(fetched.headers.get("content-type")).toBe("image/jpeg");
    expect(fetched.headers.get("x-content-type-options")).toBe("nosniff");
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(JPEG);
    world.clock.advance(601_000);
    expect((await world.app.handle(new Request(local(url)))).status).toBe(404);
  });

  it("is not there before it is uploaded and confirmed", async () => {
    const { id } = (await ask()).body as MediaUpload;
    expect(await courier.post(`/media/${id}/confirm`)).toMatchObject({
      status: 404,
      body: { code: "media.not_found" },
    });
    expect((await courier.get(`/media/${id}`)).status).toBe(404);
  });

  it("that is none is found out by its bytes, and removed", async () => {
    const { id, confirmed } = await upload(new TextEncoder().encode("<script>alert(1)</script>"));
    expect(confirmed).toMatchObject({ status: 415, body: { code: "media.type_not_allowed" } });
    expect(await courier.post(`/media/${id}/confirm`)).toMatchObject({ status: 404 });
  });

  it.each([
    [{ bytes: 40_000_000 }, 413, "media.too_large"],
    [{ bytes: MEDIA_RULES.proof.maxBytes + 1 }, 413, "media.too_large"],
    [{ contentType: "text/html" }, 415, "media.type_not_allowed"],
    [{ contentType: "audio/ogg" }, 415, "media.type_not_allowed"],
    [{ purpose: "item" }, 403, "auth.not_allowed"],
    [{ purpose: "virus" }, 422, "request.invalid"],
  ])("is refused a place as %j", async (file, status, code) => {
    expect(await ask(file)).toMatchObject({ status, body: { code } });
  });

  it("is not shown to strangers; nobody confirms another's upload", async () => {
    const { id } = await upload(JPEG);
    expect((await world.as("courier2").get(`/media/${id}`)).status).toBe(404);
    expect((await world.as("courier2").post(`/media/${id}/confirm`)).status).toBe(404);
    expect((await world.as("dispatcher").get(`/media/${id}`)).status).toBe(200);
  });
});

describe("a signed URL", () => {
  it("takes nothing larger, of another type, under another name, or later", async () => {
    const { uploadUrl } = (await ask()).body as MediaUpload;
    expect((await put(uploadUrl, new Uint8Array([...JPEG, 5]))).status).toBe(413);
    expect((await put(uploadUrl, JPEG, "text/html")).status).toBe(415);
    for (const change of [
      (url: string) => url.replace("/proof/", "/item/"),
      (url: string) => url.replace(/bytes=\d+/, "bytes=99999"),
      (url: string) => url.replace(/expires=\d+/, "expires=9999999999999"),
      (url: string) => url.replace(/signature=[^&]+/, "signature=x"),
      (url: string) => url.replace(/\/storage\/[^?]+/, "/storage/..%2F..%2Fetc%2Fpasswd"),
      (url: string) => url.split("?")[0]!,
    ])
      expect((await put(change(uploadUrl), JPEG)).status).toBe(404);
    world.clock.advance(601_000);
    expect((await put(uploadUrl, JPEG)).status).toBe(404);
  });
});
