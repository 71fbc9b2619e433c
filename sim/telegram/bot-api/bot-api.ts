import type { Bot } from "../world/state";
import type { World } from "../world/world";
import { ApiError, errorReply, tooMany } from "./api-error";
import type { Call } from "./call";
import { type CallFault, createFaults, type Faults } from "./faults";
import { createLimiter, type Limiter, type Limits } from "./limits";
import { findMethod } from "./methods/all-methods";
import type { Params } from "./params";
import { createPolling, type Polling } from "./polling";
import { readParams } from "./read-params";
import { serveFile } from "./serve-file";

export type BotApi = { world: World; limiter: Limiter; faults: Faults; polling: Polling };

export const createBotApi = (world: World, limits: Limits | "off"): BotApi => ({
  world,
  limiter: createLimiter(world.clock, limits),
  faults: createFaults(),
  polling: createPolling(world),
});

const NOT_FOUND = new ApiError(404, "Not Found");
const UNAUTHORIZED = new ApiError(401, "Unauthorized");

/** Answer `/bot<token>/<method>` and `/file/bot<token>/<path>`; `undefined` for any other path. */
export async function answerBot(api: BotApi, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  const match = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decoded(pathname));
  if (!match) return undefined;
  const [, isFile, token, rest] = match;
  if (!/^\d+:[\w-]+$/.test(token!)) return errorReply(NOT_FOUND);
  const bot = botByToken(api.world, token!);
  if (!bot) return errorReply(UNAUTHORIZED);
  return isFile ? serveFile(api.world, rest!) : callMethod(api, bot, rest!, request);
}

/** Some clients write the colon of the token as %3A. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** The token's first half is the bot's id. */
function botByToken(world: World, token: string): Bot | undefined {
  const bot = world.state.bots.get(Number(token.split(":")[0]));
  return bot?.token === token ? bot : undefined;
}

async function callMethod(api: BotApi, bot: Bot, method: string, request: Request): Promise<Response> {
  const fault = api.faults.strike(bot.id, method);
  if (fault?.kind === "hang") return hang(request.signal);
  if (fault?.kind === "slow") await Bun.sleep(fault.delayMs);
  const refusal = fault && refusalOf(fault);
  if (refusal) return errorReply(refusal);
  const reply = await readParams(request)
    .then((params) => runMethod(api, bot, method, params, request.signal))
    .then((result) => Response.json({ ok: true, result }), answerError);
  return fault?.kind === "lost" ? brokenReply() : reply;
}

/** Run a method as if it were called over the network; webhooks may name one in their reply. @throws ApiError */
export async function runMethod(
  api: BotApi,
  bot: Bot,
  method: string,
  params: Params,
  signal: AbortSignal,
): Promise<unknown> {
  const run = findMethod(method);
  if (!run) throw new ApiError(404, "Not Found: method not found");
  const call: Call = { ...api, bot, params, signal };
  return run(call);
}

function answerError(error: unknown): Response {
  if (error instanceof ApiError) return errorReply(error);
  // Ours, not the bot's: say it loudly, and answer as a broken server does.
  console.error(error);
  return errorReply(new ApiError(500, "Internal Server Error"));
}

function refusalOf(fault: CallFault): ApiError | undefined {
  if (fault.kind === "429") return tooMany(fault.retryAfterS);
  if (fault.kind === "5xx")
    return new ApiError(fault.code, fault.code === 502 ? "Bad Gateway" : "Internal Server Error");
  return undefined;
}

/** Nobody is left to read this answer. */
const hang = (signal: AbortSignal): Promise<Response> =>
  new Promise((resolve) => {
    const gone = () => resolve(new Response(null, { status: 499 }));
    if (signal.aborted) gone();
    else signal.addEventListener("abort", gone, { once: true });
  });

/** A body that breaks off: the bot cannot know whether it was heard. */
const brokenReply = (): Response => new Response('{"ok":', { headers: { "content-type": "application/json" } });
