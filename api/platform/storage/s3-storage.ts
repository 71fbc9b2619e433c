import { S3Client } from "bun";
import type { Config } from "#api/config";
import type { Storage } from "./storage";

/** Any S3-compatible server, by Bun's own client. */
export function createS3Storage(config: Config): Storage {
  const client = new S3Client({
    endpoint: config.S3_ENDPOINT!,
    bucket: config.S3_BUCKET!,
    accessKeyId: config.S3_ACCESS_KEY_ID!,
    secretAccessKey: config.S3_SECRET_ACCESS_KEY!,
  });
  return {
    uploadUrl: async (key, { contentType, expiresIn }) =>
      client.presign(key, { method: "PUT", expiresIn, type: contentType }),
    downloadUrl: async (key, expiresIn) => client.presign(key, { method: "GET", expiresIn }),
    async stat(key) {
      if (!(await client.exists(key))) return null;
      const { size, type } = await client.stat(key);
      return { bytes: size, contentType: type };
    },
    async read(key) {
      return (await client.exists(key)) ? client.file(key).bytes() : null;
    },
    async write(key, bytes, contentType) {
      await client.write(key, bytes, { type: contentType });
    },
    remove: (key) => client.delete(key),
    async ready() {
      await client.exists("ready");
    },
  };
}
