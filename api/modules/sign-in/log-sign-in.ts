import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { signIns } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { RefusalCode } from "#shared/kernel/refusal";

/** As far as it was known whose attempt it was. */
export type SignInAttempt = { organisationId: Id | null; botId: Id | null; accountId: Id | null };

/** Keeps a line of every attempt; never what was presented. */
export async function logSignIn(deps: Deps, attempt: SignInAttempt, outcome: "ok" | RefusalCode): Promise<void> {
  const row = { ...attempt, id: deps.newId(), at: deps.clock.realNow(), outcome };
  await acrossOrganisations(deps, async (tx) => {
    await tx.insert(signIns).values(row);
  });
}
