import { eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { readAcross } from "#api/platform/with-actor";
import { accounts, bots, sessions } from "#drizzle/schema/index";
import { Id } from "#shared/kernel/ids";
import type { Language } from "#shared/kernel/language";
import { Refusal } from "#shared/kernel/refusal";
import type { Deps } from "../deps";
import { sameSecret } from "../secrets";
import { readAccessToken } from "./access-token";
import { loadActor } from "./load-actor";
import { knownState, rememberLive } from "./session-cache";

export type Headers = Record<string, string | undefined>;
export type SignedIn = { person: Person; language: Language };

/**
 * The one place that decides who is asking and in which organisation: a mini-app by its access token, or a bot, by the
 * service token, for the Telegram user whom it names in `x-telegram-id`.
 * @throws Refusal `auth.…`, `bot.not_found`
 */
export async function whoIsAsking(deps: Deps, headers: Headers): Promise<SignedIn> {
  const token = bearer(headers);
  return isService(deps, token) ? personOfBot(deps, headers) : personOfToken(deps, token);
}

/** The bots process itself, for a bot's own business. @throws Refusal `auth.missing`, `auth.not_allowed` */
export function mustBeService(deps: Deps, headers: Headers): void {
  if (!isService(deps, bearer(headers))) throw new Refusal("auth.not_allowed");
}

/** Which bot a service request is about. @throws Refusal `bot.not_found` */
export async function botOf(deps: Deps, headers: Headers): Promise<{ organisationId: Id; botId: Id }> {
  const botId = Id.safeParse(headers["x-bot-id"]);
  if (!botId.success) throw new Refusal("bot.not_found");
  const [bot] = await readAcross(deps, (db) =>
    db.select({ organisationId: bots.organisationId, enabled: bots.enabled }).from(bots).where(eq(bots.id, botId.data)),
  );
  if (!bot?.enabled) throw new Refusal("bot.not_found");
  return { organisationId: bot.organisationId, botId: botId.data };
}

function bearer(headers: Headers): string {
  const [scheme, token] = (headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token) throw new Refusal("auth.missing");
  return token;
}

const isService = ({ config }: Deps, token: string) => sameSecret(token, config.SERVICE_TOKEN);

async function personOfBot(deps: Deps, headers: Headers): Promise<SignedIn> {
  const telegramId = Number(headers["x-telegram-id"]);
  if (!Number.isSafeInteger(telegramId)) throw new Refusal("auth.missing");
  const [{ organisationId, botId }, [account]] = await Promise.all([
    botOf(deps, headers),
    readAcross(deps, (db) => db.select({ id: accounts.id }).from(accounts).where(eq(accounts.telegramId, telegramId))),
  ]);
  if (!account) throw new Refusal("auth.missing");
  return signedIn(deps, { organisationId, botId, accountId: account.id }, null);
}

async function personOfToken(deps: Deps, token: string): Promise<SignedIn> {
  const subject = await readAccessToken(deps.config, token, deps.clock.realNow());
  await mustNotBeRevoked(deps, subject);
  return signedIn(deps, subject, subject.sessionId);
}

async function signedIn(
  deps: Deps,
  whose: { organisationId: Id; botId: Id; accountId: Id },
  sessionId: Id | null,
): Promise<SignedIn> {
  const { organisationId, botId, accountId } = whose;
  const { language, ...actor } = await loadActor(deps, whose);
  return { person: { ...actor, organisationId, botId, accountId, sessionId }, language };
}

async function mustNotBeRevoked(
  deps: Deps,
  { organisationId, sessionId }: { organisationId: Id; sessionId: Id },
): Promise<void> {
  const known = await knownState(deps, organisationId, sessionId);
  if (known === "live") return;
  const [session] = await readAcross(deps, (db) =>
    db.select({ revokedAt: sessions.revokedAt }).from(sessions).where(eq(sessions.id, sessionId)),
  );
  if (!session || session.revokedAt) throw new Refusal("auth.signed_out");
  await rememberLive(deps, organisationId, sessionId);
}
