import type { treaty } from "@elysiajs/eden";
import type { App } from "#api/app";
import { takeAnswer } from "./ahead";
import type { Reply } from "./session";

/**
 * The API of our own origin, typed end to end by Eden: `api.orders({ id }).get()`. Of Eden itself only the types are
 * here; its client can do much that no mini-app needs, and would be 2.5 kB of the 120 that a first load may weigh.
 */
export type Api = ReturnType<typeof treaty<App>>;

type Access = {
  /** Asked before every request; `null` sends none. */
  token(): Promise<string | null>;
  /** A new one, when the API says that this one has run out: a phone that slept cannot know. */
  renew?(): Promise<string>;
};

type Options = { query?: Record<string, unknown>; headers?: Record<string, string> };
type Send = (method: string, path: string, body: unknown, options?: Options) => Promise<Reply<unknown>>;

export function createApi(origin: string, { token, renew }: Access): Api {
  const send: Send = async (method, path, body, { query = {}, headers } = {}) => {
    const bearer = await token();
    const init = {
      method,
      headers: {
        "accept-language": document.documentElement.lang, // of what the API refuses with
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const address = origin + path + searchOf(query);
    const response = await (takeAnswer(address, init) ?? fetch(address, init));
    const reply = await read(response);
    if (!renew || !isTooOld(reply)) return reply;
    return read(
      await fetch(address, { ...init, headers: { ...init.headers, authorization: `Bearer ${await renew()}` } }),
    );
  };
  return at("", send) as Api;
}

/** Times stay texts, as the contracts say. */
async function read(response: Response): Promise<Reply<unknown>> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const value: unknown = isJson ? await response.json() : await response.text();
  return response.ok ? { data: value, error: null } : { data: null, error: { status: response.status, value } };
}

const isTooOld = ({ error }: Reply<unknown>): boolean =>
  error?.status === 401 && (error.value as { code?: unknown }).code === "auth.token_expired";

function searchOf(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const written = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return written.length > 0 ? `?${written.join("&")}` : "";
}

/** A place in the API as Eden names it: a word goes further in, `({ id })` adds a value, a verb sends. */
function at(path: string, send: Send): unknown {
  const sending = (method: string) => (body?: unknown, options?: Options) => send(method, path, body, options);
  const verbs: Record<string, unknown> = {
    get: (options?: Options) => send("GET", path, undefined, options),
    post: sending("POST"),
    put: sending("PUT"),
    patch: sending("PATCH"),
    delete: sending("DELETE"),
  };
  return new Proxy(() => {}, {
    get: (_, word: string) => verbs[word] ?? at(`${path}/${word}`, send),
    apply: (_, __, [values]: [Record<string, string>]) => at(`${path}/${Object.values(values)[0]}`, send),
  });
}
