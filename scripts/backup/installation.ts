import { join } from "node:path";
import type { Env } from "../start/environment";
import type { Installation } from "./take-backup";

/** What belongs to the installation that these variables describe. */
export const installationOf = (env: Env, data: string): Installation => ({
  data,
  databaseUrl: env.DATABASE_URL || undefined,
  pictures: env.S3_ENDPOINT ? null : env.STORAGE_FOLDER || join(data, "storage"),
});
