import { validate } from "@telegram-apps/init-data-node";
import { z } from "zod";
import { sha256 } from "#api/platform/secrets";
import { TelegramId } from "#shared/contracts/people";
import { Refusal } from "#shared/kernel/refusal";
import type { Milliseconds } from "#shared/kernel/units";

/** Telegram's clock may be ahead of ours by this much. */
const AHEAD_MS: Milliseconds = 60_000;

const TelegramUser = z.object({
  id: TelegramId,
  first_name: z.string().max(256),
  last_name: z.string().max(256).optional(),
  username: z.string().max(64).optional(),
  language_code: z.string().max(35).optional(),
  allows_write_to_pm: z.boolean().optional(),
});
export type TelegramUser = z.infer<typeof TelegramUser>;

/** What initData said. `hash` names this initData, in whatever spelling of percent signs it comes. */
export type InitData = { user: TelegramUser; hash: string };

/**
 * Reads initData that this bot's token signed. Before the signature is looked at, everything is refused that could make
 * one signed text mean two things: keys that come twice, and line breaks, which separate the fields of the signed text.
 * @throws Refusal `auth.init_data_invalid`, `auth.init_data_expired`
 */
export function readInitData(
  initData: string,
  botToken: string,
  { realNow, maxAgeSeconds }: { realNow: Date; maxAgeSeconds: number },
): InitData {
  const fields = unambiguousFields(initData);
  const hash = fields.get("hash") ?? "";
  const authDate = fields.get("auth_date") ?? "";
  if (!/^[\da-f]{64}$/.test(hash) || !/^\d{1,12}$/.test(authDate)) throw new Refusal("auth.init_data_invalid");
  try {
    validate(initData, botToken, { expiresIn: 0 }); // its own clock is the machine's; the age is looked at below
  } catch {
    throw new Refusal("auth.init_data_invalid");
  }
  const ageMs = realNow.getTime() - Number(authDate) * 1_000;
  if (ageMs < -AHEAD_MS) throw new Refusal("auth.init_data_invalid");
  if (ageMs > maxAgeSeconds * 1_000) throw new Refusal("auth.init_data_expired");
  return { user: readUser(fields.get("user")), hash: sha256(hash) };
}

function unambiguousFields(initData: string): Map<string, string> {
  const pairs = [...new URLSearchParams(initData)];
  const fields = new Map(pairs);
  const ambiguous = fields.size !== pairs.length || pairs.flat().some((text) => /[\r\n\0]/.test(text));
  if (ambiguous || pairs.length > 32) throw new Refusal("auth.init_data_invalid");
  return fields;
}

function readUser(json: string | undefined): TelegramUser {
  try {
    return TelegramUser.parse(JSON.parse(json ?? ""));
  } catch {
    throw new Refusal("auth.init_data_invalid");
  }
}
