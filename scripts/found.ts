/**
 * Founds the business of an installation whose processes run elsewhere: `docker compose run --rm api scripts/found.ts`.
 * Asks for the tokens of three bots and the facts of the shop; the bots begin within a minute. Said again, it prints a new
 * invitation while nobody has become the owner.
 */
import { loadConfig } from "#api/config";
import { foundOrganisation } from "#api/modules/organisations/found-organisation";
import { inviteOwner } from "#api/modules/organisations/invite-owner";
import { createDeps } from "#api/platform/create-deps";
import type { Deps } from "#api/platform/deps";
import { organisations } from "#drizzle/schema/index";
import { askBusiness } from "./go-live/ask-business";
import { askTokens } from "./go-live/ask-tokens";
import { createAsker } from "./go-live/asker";
import { invitationLines } from "./go-live/invitation-lines";
import { explain } from "./start/say";

async function found(): Promise<string[]> {
  const config = loadConfig(process.env);
  const { deps, close } = createDeps(config, "found");
  try {
    const [known] = await deps.db.select({ id: organisations.id }).from(organisations).limit(1);
    const invitation = await inviteOwner(deps, known?.id ?? (await ask(deps, config.TELEGRAM_API_ROOT)));
    if (!invitation) return ["The business has its owner. Whoever is to come in is invited in the manager's app."];
    return invitationLines(invitation, "The same command");
  } finally {
    await close();
  }
}

async function ask(deps: Deps, apiRoot: string) {
  const asker = createAsker(process.stdin, process.stdout);
  try {
    const bots = await askTokens(asker, apiRoot);
    return await foundOrganisation(deps, { ...(await askBusiness(asker)), bots });
  } finally {
    asker.close();
    process.stdin.pause();
  }
}

try {
  for (const line of await found()) console.log(line);
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
