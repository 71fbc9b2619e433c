import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { FavouriteRef, Favourites } from "#shared/contracts/favourite";
import { like, myFavourites, unlike } from "./favourites";

export const favouritesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/favourites", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => myFavourites(deps, actor), {
      response: Favourites,
      detail: { summary: "Dishes that I like" },
    })
    .put("/:itemId", ({ actor, params }) => like(deps, actor, params), {
      params: FavouriteRef,
      response: Favourites,
      detail: { summary: "Like a dish" },
    })
    .delete("/:itemId", ({ actor, params }) => unlike(deps, actor, params), {
      params: FavouriteRef,
      response: Favourites,
      detail: { summary: "Like it no more" },
    });
