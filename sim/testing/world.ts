import postgres from "postgres";
import { buildApp } from "#api/app";
import { loadConfig } from "#api/config";
import { createDeps } from "#api/platform/create-deps";
import type { Deps } from "#api/platform/deps";
import type { Seeded } from "#drizzle/seed";
import { LOCAL_BOTS, PEOPLE } from "#drizzle/seed/tashkent";
import { seededRandom } from "#shared/kernel/random";
import { BOT_OF_ROLE, type BotKind } from "#shared/kernel/role";
import type { TestDatabase } from "./create-database";
import { createTestDatabase } from "./database";
import { seedDatabase } from "./seed-database";
import { createTestClock, type TestClock } from "./test-clock";

/** Monday, 2 March 2026, noon in Tashkent. */
export const NOON = new Date("2026-03-02T07:00:00.000Z");

export type Reply = { status: number; body: unknown; headers: Headers };
export type Caller = {
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  put(path: string, body?: unknown): Promise<Reply>;
  patch(path: string, body?: unknown): Promise<Reply>;
  delete(path: string, body?: unknown): Promise<Reply>;
  send(method: string, path: string, body?: unknown): Promise<Reply>;
  /** A body that need not be JSON. */
  sendText(method: string, path: string, text: string): Promise<Reply>;
};

export type World = {
  deps: Deps;
  clock: TestClock;
  seeded: Seeded;
  /** Owns the tables: to look behind the scenes. */
  owner: postgres.Sql;
  ownerUrl: string;
  app: ReturnType<typeof buildApp>;
  /** Somebody of the seed, through the bot of their role (or the one named), as the bots process calls for them. */
  as(person: string, through?: BotKind): Caller;
  /** The bots process itself, about the bot of this kind. */
  asBot(kind: BotKind): Caller;
  /** Nobody in particular; `headers` make somebody of it. */
  caller(headers?: Record<string, string>): Caller;
  close(): Promise<void>;
};

/** The real API over a database and a Redis prefix of its own, with the seeded business and a clock that stands still. */
export const createWorld = async (env: Record<string, string> = {}, clock?: TestClock): Promise<World> =>
  createWorldOn(await createTestDatabase(), env, clock);

/** The same on a database that the caller made. */
export async function createWorldOn(
  database: TestDatabase,
  env: Record<string, string> = {},
  clock: TestClock = createTestClock(NOON),
): Promise<World> {
  const config = loadConfig({
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_URL: database.appUrl,
    DATABASE_CONNECTIONS: "8",
    REDIS_URL: database.redisUrl,
    REDIS_PREFIX: database.redisPrefix,
    // A test is nobody's burst; the specs of the limits set their own.
    RATE_PER_SECOND: "100000",
    RATE_SIGN_IN_PER_SECOND: "100000",
    RATE_ORDERS_PER_SECOND: "100000",
    ...env,
  });
  const { deps, close } = createDeps(config, "test", { clock, random: seededRandom(1) });
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const seeded = await seedDatabase(database.ownerUrl, {
    newId: deps.newId,
    at: clock.now(),
    encrypt: deps.secrets.encrypt,
    bots: LOCAL_BOTS,
  });
  const app = buildApp(deps);
  const caller = (headers: Record<string, string> = {}) => callerOf(app, headers);
  const service = (kind: BotKind) => ({
    authorization: `Bearer ${config.SERVICE_TOKEN}`,
    "x-bot-id": seeded.bots[kind]!,
  });
  return {
    deps,
    clock,
    seeded,
    owner,
    ownerUrl: database.ownerUrl,
    app,
    caller,
    asBot: (kind) => caller(service(kind)),
    as: (key, through) => {
      const person = PEOPLE.find((row) => row.key === key);
      if (!person) throw new Error(`nobody called ${key} in the seed`);
      const kind = through ?? BOT_OF_ROLE[person.roles[0]!];
      return caller({ ...service(kind), "x-telegram-id": String(person.telegramId) });
    },
    close: async () => {
      await close();
      await owner.end({ timeout: 5 });
      await database.drop();
    },
  };
}

/** Speaks HTTP to the app without a socket. */
function callerOf(app: { handle(request: Request): Promise<Response> }, headers: Record<string, string>): Caller {
  const sendText = async (
    method: string,
    path: string,
    text?: string,
    more: Record<string, string> = {},
  ): Promise<Reply> => {
    const json: Record<string, string> = text === undefined ? {} : { "content-type": "application/json" };
    const all: Record<string, string> = { ...json, ...headers, ...more };
    // A GET carries nothing, whatever its route says.
    const body = text === undefined || method === "GET" ? {} : { body: text };
    const response = await app.handle(new Request(`http://localhost${path}`, { method, headers: all, ...body }));
    const answer = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? JSON.parse(answer) : answer, headers: response.headers };
  };
  const send = (method: string, path: string, body?: unknown, more?: Record<string, string>) =>
    sendText(method, path, body === undefined ? undefined : JSON.stringify(body), more);
  return {
    get: (path) => send("GET", path),
    post: (path, body, more) => send("POST", path, body ?? {}, more),
    put: (path, body) => send("PUT", path, body ?? {}),
    patch: (path, body) => send("PATCH", path, body ?? {}),
    delete: (path, body) => send("DELETE", path, body),
    send: (method, path, body) => send(method, path, body),
    sendText: (method, path, text) => sendText(method, path, text),
  };
}
