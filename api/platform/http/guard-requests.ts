import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { Refusal } from "#shared/kernel/refusal";
import { callerOf } from "./caller-of";
import type { Budget } from "./rate-limits";

/** The largest body of a verb: a hundred updates of Telegram's. Photos go to storage, which has a limit of its own. */
export const BODY_BYTES_MAX = 2_000_000;
/** What storage takes in one file; also the most that the server reads of any request. */
export const FILE_BYTES_MAX = 11_000_000;

/**
 * Not counted: probes, which would find a process under load dead; and files, of which a page needs dozens at once and
 * which carry a signature or are public.
 */
const UNCOUNTED = /^\/(health|metrics|app\/|storage\/)/;

/** Whose body is a file: the folder's own storage, and a menu as a spreadsheet. */
const FILES = /^\/storage\/|^\/brands\/[^/]+\/menu-file/;

const budgetOf = (method: string, path: string): Budget => {
  if (path.startsWith("/auth/")) return "sign_in";
  return method === "POST" && path === "/orders" ? "orders" : "general";
};

/** Before anything is read: is it too large, is it too much? And headers that keep browsers from guessing. */
export const guardRequests = (deps: Deps) =>
  new Elysia({ name: "guard-requests" }).onRequest(async ({ request, server, set }) => {
    Object.assign(set.headers, SECURITY_HEADERS);
    if (deps.config.PUBLIC_URL.startsWith("https:")) set.headers["strict-transport-security"] = "max-age=31536000";
    const { pathname } = new URL(request.url);
    mustBeSmall(request, pathname);
    if (UNCOUNTED.test(pathname)) return;
    const caller = await callerOf(deps, request.headers, { address: server?.requestIP(request)?.address ?? null });
    if (caller) await deps.limits.spend(budgetOf(request.method, pathname), caller);
  });

/** A route that serves pages says something else about frames and contents. */
const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
};

function mustBeSmall(request: Request, pathname: string): void {
  const bytes = Number(request.headers.get("content-length") ?? 0);
  const most = FILES.test(pathname) ? FILE_BYTES_MAX : BODY_BYTES_MAX;
  if (bytes > most) throw new Refusal("request.too_large", { mostBytes: most });
}
