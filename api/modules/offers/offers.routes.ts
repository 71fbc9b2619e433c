import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { DeclineOffer, OfferList, OfferRef, OfferView } from "#shared/contracts/offer";
import { TripView } from "#shared/contracts/trip";
import { acceptOffer } from "./accept-offer";
import { declineOffer } from "./decline-offer";
import { myOffers, seeOffer } from "./see-offers";

export const offersRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/offers", tags: ["offers"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => myOffers(deps, actor), {
      response: OfferList,
      detail: { summary: "What I am asked to carry now" },
    })
    .get("/:id", ({ actor, params }) => seeOffer(deps, actor, params), {
      params: OfferRef,
      response: OfferView,
      detail: { summary: "See an offer that was made to me" },
    })
    .post("/:id/accept", ({ actor, params }) => acceptOffer(deps, actor, params), {
      params: OfferRef,
      response: TripView,
      detail: { summary: "Take the trip; the second to tap hears that it is taken" },
    })
    .post("/:id/decline", ({ actor, params, body }) => declineOffer(deps, actor, { ...params, ...body }), {
      params: OfferRef,
      body: DeclineOffer,
      response: OfferView,
      detail: { summary: "Say no, and why" },
    });
