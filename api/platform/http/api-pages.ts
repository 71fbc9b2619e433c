import { openapi } from "@elysiajs/openapi";
import { Elysia } from "elysia";
import { z } from "zod";
import type { Config } from "#api/config";

/** The page that describes every route, at `/openapi`, from the same zod schemas that check the requests. */
export const apiPages = ({ OPENAPI }: Pick<Config, "OPENAPI">): Elysia => {
  const plugin = new Elysia({ name: "api-pages" });
  if (!OPENAPI) return plugin;
  plugin.use(
    openapi({
      path: "/openapi",
      mapJsonSchema: { zod: (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) },
      documentation: {
        info: { title: "Peyk", version: "1.0.0", description: "A delivery business inside Telegram." },
        components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
        security: [{ token: [] }],
      },
    }),
  );
  return plugin;
};
