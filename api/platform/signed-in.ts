import { Elysia } from "elysia";
import { botOf, mustBeService, whoIsAsking } from "./auth/who-is-asking";
import type { Deps } from "./deps";

/** Gives a controller `actor` and `language`; refuses whoever is not signed in. */
export const signedIn = (deps: Deps) =>
  new Elysia({ name: "signed-in" }).resolve({ as: "scoped" }, async ({ headers }) => {
    const { person, language } = await whoIsAsking(deps, headers);
    return { actor: person, language };
  });

/** For the bots process alone: its requests speak for a bot, named in `x-bot-id`. */
export const signedInBot = (deps: Deps) =>
  new Elysia({ name: "signed-in-bot" }).resolve({ as: "scoped" }, async ({ headers }) => {
    mustBeService(deps, headers);
    return { bot: await botOf(deps, headers) };
  });

/** For the bots process alone, about no bot in particular. */
export const signedInService = (deps: Deps) =>
  new Elysia({ name: "signed-in-service" }).onBeforeHandle({ as: "scoped" }, ({ headers }) =>
    mustBeService(deps, headers),
  );
