import { z } from "zod";
import type { World } from "#sim/testing/world";
import { type Shape, shapeOf } from "./from-schema";

export type Route = { method: string; path: string; parameters: string[]; body: Shape | null; query: Shape | null };

/** Every route that the API really has, with what it asks for: whoever adds one is in the proofs at once. */
export function routesOf({ app }: World): Route[] {
  const routes = app.routes as unknown as { method: string; path: string; hooks: Record<string, unknown> }[];
  return routes
    .filter(({ method }) => method !== "WS" && method !== "OPTIONS")
    .map(({ method, path, hooks }) => ({
      method,
      path,
      parameters: [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!),
      body: hooks.body instanceof z.ZodType ? shapeOf(hooks.body) : null,
      query: hooks.query instanceof z.ZodType ? shapeOf(hooks.query) : null,
    }));
}
