import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { CurrentTrips, TripRef, TripView } from "#shared/contracts/trip";
import { currentTrips, seeTrip } from "./see-trips";
import { seenTrip } from "./trip-rings";

export const tripsRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/trips", tags: ["trips"] })
    .use(signedIn(deps))
    .get("/current", ({ actor }) => currentTrips(deps, actor), {
      response: CurrentTrips,
      detail: { summary: "What I have to drive now, stop by stop" },
    })
    .post("/:id/seen", ({ actor, params }) => seenTrip(deps, actor, params), {
      params: TripRef,
      response: TripView,
      detail: { summary: "Say that I have seen it, so that it rings no more" },
    })
    .get("/:id", ({ actor, params }) => seeTrip(deps, actor, params), {
      params: TripRef,
      response: TripView,
      detail: { summary: "See one trip" },
    });
