import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { Refusal } from "#shared/kernel/refusal";

type Started = { id: string; atMs: number };

/**
 * One line per request, written when it is answered: which route, by whom, how it ended, how long it took. Never what was
 * sent: no tokens, phone numbers, coordinates or texts. The id comes from the caller, if it sends a sane one, and goes
 * back in the answer, so that a complaint can be found again.
 */
export const requestLog = (deps: Deps) => {
  const running = new WeakMap<Request, Started>();
  return new Elysia({ name: "request-log" })
    .onRequest(({ request, set }) => {
      const given = request.headers.get("x-request-id") ?? "";
      const id = /^[\w-]{8,64}$/.test(given) ? given : deps.newId();
      running.set(request, { id, atMs: performance.now() });
      set.headers["x-request-id"] = id;
    })
    .onAfterResponse({ as: "global" }, (context) => {
      const { request, set, route, path } = context;
      const started = running.get(request);
      if (!started || QUIET.test(path)) return;
      const ms = performance.now() - started.atMs;
      const status = Number(set.status ?? 200);
      const where = route || "unknown";
      deps.metrics.requestSeconds.observe({ route: where, method: request.method, status: String(status) }, ms / 1_000);
      deps.log.info(
        {
          requestId: started.id,
          method: request.method,
          route: where,
          status,
          ms: Math.round(ms * 10) / 10,
          code: codeIn(context),
          ...whoIn(context),
        },
        "request",
      );
    });
};

/** Probes and scrapes come every few seconds and say nothing. */
const QUIET = /^\/(health|metrics)/;

/** Why it was refused: our code, or Elysia's for what it refuses by itself. */
function codeIn(context: object): string | undefined {
  if (!("error" in context)) return undefined;
  if (context.error instanceof Refusal) return context.error.code;
  return "code" in context ? String(context.code) : undefined;
}

/** Ids only, from what the sign-in of the route found out. */
function whoIn(context: object): Record<string, unknown> {
  const actor = "actor" in context ? context.actor : "bot" in context ? context.bot : null;
  if (typeof actor !== "object" || actor === null) return {};
  const known = actor as Record<string, unknown>;
  return { organisationId: known.organisationId, accountId: known.accountId, botId: known.botId };
}
