import type { Config } from "#api/config";
import type { Clock } from "#shared/kernel/clock";
import { createFolderStorage } from "./folder-storage";
import { guardedStorage } from "./guarded-storage";
import { createS3Storage } from "./s3-storage";
import type { Storage } from "./storage";

/** S3 when it is configured, else a folder with signed URLs of our own. */
export const createStorage = (config: Config, clock: Clock): Storage =>
  config.S3_ENDPOINT ? guardedStorage(createS3Storage(config)) : createFolderStorage(config, clock);
