import { cors } from "@elysiajs/cors";
import { Elysia } from "elysia";
import type { Config } from "#api/config";

/** Pages of the named origins may call the API from a browser; without any, only its own origin's. */
export const crossOrigin = ({ CORS_ORIGINS }: Pick<Config, "CORS_ORIGINS">): Elysia => {
  const plugin = new Elysia({ name: "cross-origin" });
  if (CORS_ORIGINS.length === 0) return plugin;
  plugin.use(
    cors({
      origin: CORS_ORIGINS,
      credentials: false, // tokens travel in a header, never in cookies
      allowedHeaders: ["authorization", "content-type", "accept-language", "x-idempotency-key", "x-request-id"],
      exposeHeaders: ["x-request-id", "retry-after"],
      maxAge: 600,
    }),
  );
  return plugin;
};
