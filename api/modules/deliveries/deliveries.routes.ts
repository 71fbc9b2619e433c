import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import {
  Arrival,
  AssignDelivery,
  DeliveryRef,
  DeliveryView,
  FailDelivery,
  ForbidCourier,
  HandOver,
  KeepApart,
  PinCourier,
  ReassignDelivery,
  ReleaseDelivery,
} from "#shared/contracts/delivery";
import { IdempotencyHeader } from "#shared/contracts/order";
import { arrive } from "./arrive";
import { assignDelivery } from "./assign-delivery";
import { failDelivery } from "./fail-delivery";
import { handOver } from "./hand-over";
import { pickUp } from "./pick-up";
import { reassignDelivery } from "./reassign-delivery";
import { releaseDelivery } from "./release-delivery";
import { seeDelivery } from "./see-delivery";
import { broadcastDelivery, forbidCourier, keepApart, pinCourier } from "./steer-dispatch";

const of = (summary: string) => ({ params: DeliveryRef, response: DeliveryView, detail: { summary } });

export const deliveriesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/deliveries", tags: ["deliveries"] })
    .use(signedIn(deps))
    .get("/:id", ({ actor, params }) => seeDelivery(deps, actor, params), of("See one delivery"))
    .post("/:id/arrive", ({ actor, params, body }) => arrive(deps, actor, { ...params, ...body }), {
      ...of("Stand at the counter, or at the customer's door"),
      body: Arrival,
    })
    .post("/:id/pick-up", ({ actor, params }) => pickUp(deps, actor, params), of("Take the goods"))
    .post(
      "/:id/hand-over",
      ({ actor, params, body, headers }) => handOver(deps, actor, { ...params, ...body }, headers["x-idempotency-key"]),
      {
        headers: IdempotencyHeader,
        ...of("Hand over, with the customer's PIN or a photo"),
        body: HandOver,
      },
    )
    .post("/:id/fail", ({ actor, params, body }) => failDelivery(deps, actor, { ...params, ...body }), {
      ...of("Say that it could not be handed over, and why"),
      body: FailDelivery,
    })
    .post("/:id/release", ({ actor, params, body }) => releaseDelivery(deps, actor, { ...params, ...body }), {
      ...of("Take it from its courier, so that another one is looked for"),
      body: ReleaseDelivery,
    })
    .post("/:id/assign", ({ actor, params, body }) => assignDelivery(deps, actor, { ...params, ...body }), {
      ...of("Give it to a courier by hand, whoever has it now"),
      body: AssignDelivery,
    })
    .post("/:id/reassign", ({ actor, params, body }) => reassignDelivery(deps, actor, { ...params, ...body }), {
      ...of("Take it from a courier who does not answer, and give it to the one who can have it soonest"),
      body: ReassignDelivery,
    })
    .post("/:id/broadcast", ({ actor, params }) => broadcastDelivery(deps, actor, params), of("Ask everyone near"))
    .put("/:id/pinned-courier", ({ actor, params, body }) => pinCourier(deps, actor, { ...params, ...body }), {
      ...of("Ask nobody but this courier"),
      body: PinCourier,
    })
    .put("/:id/forbidden-courier", ({ actor, params, body }) => forbidCourier(deps, actor, { ...params, ...body }), {
      ...of("Never ask this courier, or again"),
      body: ForbidCourier,
    })
    .put("/:id/keep-apart", ({ actor, params, body }) => keepApart(deps, actor, { ...params, ...body }), {
      ...of("Let it ride alone, or share a trip again"),
      body: KeepApart,
    });
