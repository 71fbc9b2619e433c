import { z } from "zod";
import type { World } from "#sim/testing/world";
import { type Shape, shapeOf } from "./from-schema";

export type Route = { method: string; path: string; parameters: string[]; body: Shape | null; query: Shape | null };

/** What Elysia tells of a route, beyond what its types say. */
const Known = z.array(
  z.object({
    method: z.string(),
    path: z.string(),
    hooks: z.object({ body: z.unknown(), query: z.unknown() }).partial(),
  }),
);

/** Every route that the API really has, with what it asks for: whoever adds one is in the proofs at once. */
export function routesOf({ app }: World): Route[] {
  return Known.parse(app.routes)
    .filter(({ method }) => method !== "WS" && method !== "OPTIONS")
    .map(({ method, path, hooks }) => ({
      method,
      path,
      parameters: [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!),
      body: hooks.body instanceof z.ZodType ? shapeOf(hooks.body) : null,
      query: hooks.query instanceof z.ZodType ? shapeOf(hooks.query) : null,
    }));
}
