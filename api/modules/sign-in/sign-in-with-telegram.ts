import { and, eq, isNotNull } from "drizzle-orm";
import { accountOf, keepName, openChat } from "#api/modules/people/meet";
import { whoIs } from "#api/modules/people/who-is";
import { systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations, type Work, withActor } from "#api/platform/with-actor";
import { bots, sessions } from "#drizzle/schema/index";
import type { SignedIn, TelegramSignIn } from "#shared/contracts/sign-in";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { logSignIn, type SignInAttempt } from "./log-sign-in";
import { type InitData, readInitData } from "./read-init-data";
import { oneAtATime } from "./revoke-sessions";
import { issueTokens } from "./tokens";

/**
 * Exchanges Telegram's word for who opened a mini-app into tokens of ours. A reload of the page sends the same initData
 * again, and gets tokens again, until somebody signs out with it or it grows old. Refused attempts are logged, too.
 * @throws Refusal `bot.not_found`, `auth.init_data_invalid`, `auth.init_data_expired`, `auth.signed_out`, `auth.suspended`
 */
export async function signInWithTelegram(deps: Deps, { botId, initData }: TelegramSignIn): Promise<SignedIn> {
  const attempt: SignInAttempt = { organisationId: null, botId: null, accountId: null };
  try {
    const bot = await botOf(deps, botId);
    Object.assign(attempt, { organisationId: bot.organisationId, botId });
    const known = readInitData(initData, deps.secrets.decrypt(bot.tokenEncrypted), {
      realNow: deps.clock.realNow(),
      maxAgeSeconds: deps.config.INIT_DATA_MAX_AGE_SECONDS,
    });
    const { accountId, ...tokens } = await openSession(deps, { organisationId: bot.organisationId, botId }, known);
    attempt.accountId = accountId;
    const me = await whoIs(deps, { organisationId: bot.organisationId, botId, accountId });
    await logSignIn(deps, attempt, "ok");
    return { ...tokens, me };
  } catch (error) {
    if (error instanceof Refusal) await logSignIn(deps, attempt, error.code);
    throw error;
  }
}

async function botOf(deps: Deps, botId: Id) {
  const [bot] = await acrossOrganisations(deps, (tx) =>
    tx
      .select()
      .from(bots)
      .where(and(eq(bots.id, botId), eq(bots.enabled, true))),
  );
  if (!bot) throw new Refusal("bot.not_found");
  return bot;
}

const openSession = (deps: Deps, bot: { organisationId: Id; botId: Id }, { user, hash }: InitData) =>
  withActor(deps, systemActor(bot.organisationId), async (work) => {
    await oneAtATime(work, hash);
    await mustNotBeSignedOut(work, hash);
    const person = {
      telegramId: user.id,
      firstName: user.first_name,
      lastName: user.last_name,
      username: user.username,
      languageCode: user.language_code,
    };
    const accountId = await accountOf(work, deps, person);
    const sessionId = deps.newId();
    await Promise.all([
      keepName(work, accountId, person),
      user.allows_write_to_pm && openChat(work, bot.botId, accountId),
      work.tx.insert(sessions).values({
        ...bot,
        id: sessionId,
        accountId,
        initDataHash: hash,
        createdAt: deps.clock.realNow(),
      }),
    ]);
    return { accountId, ...(await issueTokens(deps, work, { ...bot, accountId, sessionId })) };
  });

/** Whoever signed out with this initData, or lost its session, must open the mini-app anew. */
async function mustNotBeSignedOut({ tx, actor }: Work, initDataHash: string): Promise<void> {
  const [over] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.organisationId, actor.organisationId),
        eq(sessions.initDataHash, initDataHash),
        isNotNull(sessions.revokedAt),
      ),
    )
    .limit(1);
  if (over) throw new Refusal("auth.signed_out");
}
