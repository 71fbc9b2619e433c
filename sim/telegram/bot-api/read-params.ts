import { badRequest } from "./api-error";
import { Params, type Upload } from "./params";

/** Read a call's parameters from query, JSON, form or multipart body. @throws ApiError 400 */
export async function readParams(sent: Request): Promise<Params> {
  const request = await unzipped(sent);
  const values = new Map(new URL(request.url).searchParams);
  const files = new Map<string, Upload>();
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/json")) await readJson(request, values);
  else if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type))
    await readForm(request, values, files);
  return new Params(values, files);
}

/** Some HTTP clients compress what they send (Bun's does for Telegraf). */
async function unzipped(request: Request): Promise<Request> {
  if (request.headers.get("content-encoding") !== "gzip") return request;
  const { url, method, headers } = request;
  const body = Bun.gunzipSync(new Uint8Array(await request.arrayBuffer()));
  return new Request(url, { method, headers, body });
}

async function readJson(request: Request, values: Map<string, string>): Promise<void> {
  const text = await request.text();
  if (text.trim() === "") return;
  for (const [name, value] of Object.entries(parseObject(text)))
    if (value !== null && value !== undefined)
      values.set(name, typeof value === "string" ? value : JSON.stringify(value));
}

function parseObject(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body;
  } catch {}
  throw badRequest("can't parse request body as JSON object");
}

async function readForm(request: Request, values: Map<string, string>, files: Map<string, Upload>): Promise<void> {
  const form = await request.formData().catch(() => {
    throw badRequest("can't parse the form of the request");
  });
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") values.set(name, value);
    else files.set(name, await asUpload(value));
  }
}

const asUpload = async (file: Blob & { name?: string }): Promise<Upload> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  mimeType: file.type.split(";")[0] || "application/octet-stream",
  fileName: file.name,
});
