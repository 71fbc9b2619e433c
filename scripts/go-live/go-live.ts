import { loadConfig } from "#api/config";
import { foundOrganisation } from "#api/modules/organisations/found-organisation";
import { inviteOwner } from "#api/modules/organisations/invite-owner";
import { createDeps } from "#api/platform/create-deps";
import type { Deps } from "#api/platform/deps";
import { organisations } from "#drizzle/schema/index";
import { SetupProblem } from "#shared/kernel/setup-problem";
import type { Env } from "../start/environment";
import { askAddress } from "./ask-address";
import { askBusiness } from "./ask-business";
import { askTokens } from "./ask-tokens";
import { createAsker } from "./asker";
import { type LiveSettings, readLive, TELEGRAM, writeLive } from "./live-settings";

/** Once; afterwards null: the business has its owner. */
export type OwnerInvitation = { url: string; expiresAt: Date } | null;

/**
 * Walks an owner through three bots and the few facts of a business, and founds it, empty. On an installation that is
 * live already it asks nothing, and makes a new invitation while nobody has become the owner.
 * @throws SetupProblem where the database holds another business
 */
export async function goLive(env: Env, data: string): Promise<{ settings: LiveSettings; invitation: OwnerInvitation }> {
  const { deps, close } = createDeps(loadConfig(env), "go-live");
  try {
    const [known] = await deps.db.select({ id: organisations.id }).from(organisations).limit(1);
    const live = readLive(data);
    if (known && live) return { settings: live, invitation: await inviteOwner(deps, known.id) };
    if (known)
      throw new SetupProblem(
        `${data} holds the example business, and yours begins empty: go live with a folder of its own, DATA_FOLDER=… npm start -- --tokens, or empty this one with npm run reset.`,
      );
    return await begin(deps, env, data);
  } finally {
    await close();
  }
}

async function begin(deps: Deps, env: Env, data: string) {
  const asker = createAsker(process.stdin, process.stdout);
  try {
    const root = env.TELEGRAM_API_ROOT ?? TELEGRAM;
    const bots = await askTokens(asker, root);
    const business = await askBusiness(asker);
    const addresses = await askAddress(asker, { api: env.PORT ?? "", bots: env.BOTS_PORT ?? "" });
    const settings = { TELEGRAM_API_ROOT: root, ...addresses };
    const organisationId = await foundOrganisation(deps, { ...business, bots });
    writeLive(data, settings);
    return { settings, invitation: await inviteOwner(deps, organisationId) };
  } finally {
    asker.close();
    process.stdin.pause();
  }
}
