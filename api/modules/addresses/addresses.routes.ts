import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { AddressRef, AddressView, NewAddress } from "#shared/contracts/address";
import { changeAddress, forgetAddress, keepAddress, seeAddresses } from "./keep-address";

export const addressesRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/addresses", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => seeAddresses(deps, actor), {
      response: z.array(AddressView),
      detail: { summary: "My addresses" },
    })
    .post("/", ({ actor, body }) => keepAddress(deps, actor, body), {
      body: NewAddress,
      response: AddressView,
      detail: { summary: "Keep an address" },
    })
    .put("/:id", ({ actor, params, body }) => changeAddress(deps, actor, { ...params, ...body }), {
      params: AddressRef,
      body: NewAddress,
      response: AddressView,
      detail: { summary: "Correct an address" },
    })
    .delete("/:id", ({ actor, params }) => forgetAddress(deps, actor, params.id), {
      params: AddressRef,
      response: AddressView,
      detail: { summary: "Forget an address" },
    });
