import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { eraseMe } from "./erase-me";

export const erasureRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/me", tags: ["people"] })
    .use(signedIn(deps))
    .delete("/data", ({ actor }) => eraseMe(deps, actor), {
      response: z.object({ erasedOrders: z.int() }),
      detail: { summary: "Delete my data; orders stay in the books without me" },
    });
