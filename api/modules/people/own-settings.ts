import { and, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { accounts, profiles } from "#drizzle/schema/index";
import type { MeView } from "#shared/contracts/people";
import type { Language } from "#shared/kernel/language";
import { whoIs } from "./who-is";

/** From now on every text for this person, in every bot, is in this language. */
export async function setLanguage(deps: Deps, actor: Person, { language }: { language: Language }): Promise<MeView> {
  await withActor(deps, actor, async ({ tx, afterCommit }) => {
    await tx.update(accounts).set({ language }).where(eq(accounts.id, actor.accountId));
    afterCommit(() => forgetActor(deps, actor.organisationId, actor.accountId));
  });
  return whoIs(deps, actor);
}

/** The number under which the business may call. The bot takes it from a shared contact that is the sender's own. */
export async function setPhone(deps: Deps, actor: Person, { phone }: { phone: string }): Promise<MeView> {
  await withActor(deps, actor, async ({ tx, at }) => {
    await tx
      .update(profiles)
      .set({ phone, updatedAt: at })
      .where(and(eq(profiles.organisationId, actor.organisationId), eq(profiles.accountId, actor.accountId)));
  });
  return whoIs(deps, actor);
}
