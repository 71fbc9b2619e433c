import { Api } from "grammy";
import type { WebhookInfo } from "grammy/types";
import postgres from "postgres";
import { createSecrets } from "#api/platform/secrets";
import type { BotKind } from "#shared/kernel/role";
import type { Env } from "../start/environment";
import { causeOf, type Finding, good, note, problem } from "./finding";

type BotRow = { id: string; kind: BotKind; telegramId: number; username: string; sealed: string };
type Telling = Readonly<Env>;

const RECENT_S = 3_600;
const MANY_PENDING = 100;
const BOTFATHER = "ask @BotFather for its token (/mybots), then enter it in the admin app under Bots";

/** Every enabled bot: does its token open it, and does it hear people in the way that is configured? */
export async function checkBots(url: string, env: Telling): Promise<Finding[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const rows = await sql<BotRow[]>`
      select id, kind, telegram_id::float8 as "telegramId", username, token_encrypted as sealed from bots where enabled order by created_at, id`;
    if (rows.length === 0) return [problem("bots", "there is none", "npm start -- --tokens brings the first three")];
    return (await Promise.all(rows.map((row) => checkBot(row, env)))).flat();
  } catch (error) {
    return [problem("bots", `cannot be read (${causeOf(error)})`, "see PostgreSQL and migrations above")];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function checkBot(row: BotRow, env: Telling): Promise<Finding[]> {
  const what = `@${row.username} (${row.kind})`;
  const token = opened(row.sealed, env.ENCRYPTION_KEY);
  if (!token)
    return [problem(what, "its token was sealed with another ENCRYPTION_KEY", `put that key back, or ${BOTFATHER}`)];
  const api = new Api(token, { apiRoot: env.TELEGRAM_API_ROOT || "https://api.telegram.org", timeoutSeconds: 10 });
  try {
    const [me, webhook] = await Promise.all([api.getMe(), api.getWebhookInfo()]);
    if (me.id !== row.telegramId) return [problem(what, `its token opens @${me.username}`, BOTFATHER)];
    return [good(what, `its token works (${me.first_name})`), hearing(what, webhook, expectedUrl(row, env))];
  } catch (error) {
    const refused = causeOf(error).includes("401") || causeOf(error).includes("404");
    return [
      refused
        ? problem(what, "Telegram does not know its token any more", BOTFATHER)
        : problem(
            what,
            `Telegram could not be asked (${causeOf(error).replaceAll(token, "…")})`,
            "look at the network",
          ),
    ];
  }
}

function opened(sealed: string, key: string | undefined): string | undefined {
  try {
    return createSecrets(key ?? "").decrypt(sealed);
  } catch {
    return undefined;
  }
}

const expectedUrl = ({ id }: BotRow, { BOTS_MODE, WEBHOOK_URL }: Telling): string =>
  BOTS_MODE === "webhook" ? `${WEBHOOK_URL}/${id}` : "";

function hearing(what: string, { url = "", ...info }: WebhookInfo, expected: string): Finding {
  if (url !== expected) {
    const says = expected
      ? "Telegram calls another address than WEBHOOK_URL"
      : "Telegram calls an address, and we poll";
    return problem(`${what} hears`, `${says}${url ? ` (${new URL(url).origin})` : ""}`, "restart the bots process");
  }
  const failedAgoS = Date.now() / 1_000 - (info.last_error_date ?? 0);
  if (expected && failedAgoS < RECENT_S)
    return problem(
      `${what} hears`,
      `Telegram could not call us: ${info.last_error_message}`,
      "look whether WEBHOOK_URL leads to the bots process, by HTTPS",
    );
  if (info.pending_update_count > MANY_PENDING)
    return note(`${what} hears`, `${info.pending_update_count} updates wait`, "look whether the bots process runs");
  return good(`${what} hears`, expected ? "Telegram calls us" : "by polling");
}
