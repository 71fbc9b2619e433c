import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Env } from "../start/environment";

export const TELEGRAM = "https://api.telegram.org";

/** What an owner said when this installation went live, by the names of the variables; `.env` is stronger. */
const LiveSettings = z.object({
  TELEGRAM_API_ROOT: z.url(),
  BOTS_MODE: z.enum(["polling", "webhook"]),
  PUBLIC_URL: z.url().optional(),
  MINIAPPS_URL: z.url().optional(),
  WEBHOOK_URL: z.url().optional(),
});
export type LiveSettings = z.infer<typeof LiveSettings>;

const fileIn = (data: string): string => join(data, "live.json");

/** Undefined where nobody went live: then the example business speaks to a local Telegram. */
export const readLive = (data: string): LiveSettings | undefined =>
  existsSync(fileIn(data)) ? LiveSettings.parse(JSON.parse(readFileSync(fileIn(data), "utf8"))) : undefined;

export const writeLive = (data: string, settings: LiveSettings): void =>
  writeFileSync(fileIn(data), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });

/** The person's own variables, over what was said when going live. An empty one counts as absent. */
export function withLive(own: Env, data: string, goesLive: boolean): Env {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  return { ...(goesLive && { TELEGRAM_API_ROOT: TELEGRAM }), ...readLive(data), ...given };
}
