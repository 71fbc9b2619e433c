import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "#api/app";
import { createWorld } from "#sim/testing/world";
import { addressOf } from "./caller-of";
import { BODY_BYTES_MAX } from "./guard-requests";

const world = await createWorld({
  RATE_PER_SECOND: "5",
  RATE_SIGN_IN_PER_SECOND: "2",
  CORS_ORIGINS: "https://desk.example",
  LOG_LEVEL: "info",
  PROXY_HOPS: "1",
});
afterAll(() => world.close());
const { deps } = world;

const lines: Record<string, unknown>[] = [];
deps.log.info = ((line: Record<string, unknown>) => void lines.push(line)) as typeof deps.log.info;

const handle = (path: string, init: RequestInit = {}) => world.app.handle(new Request(`http://localhost${path}`, init));
const headersFor = (telegramId: number) => ({
  authorization: `Bearer ${deps.config.SERVICE_TOKEN}`,
  "x-bot-id": world.seeded.bots.customer!,
  "x-telegram-id": String(telegramId),
});

let lastAddress = 0;

/** The limits count seconds of the machine; a burst may fall on a change of second, so it is several times the limit. */
const burst = async (times: number, send: () => Promise<Response>) => {
  const replies = await Promise.all(Array.from({ length: times }, send));
  return replies.filter(({ status }) => status === 429);
};

/** Once the bursts of the tests before are forgotten: within the second. */
const served = async (send: () => Response | Promise<Response>): Promise<Response> => {
  const replies: Response[] = [];
  await expect.poll(async () => replies[replies.push(await send()) - 1]!.status).not.toBe(429);
  return replies.at(-1)!;
};

describe("whoever asks too much", () => {
  it("is told so, and when to come back", async () => {
    const [refused] = await burst(30, () => handle("/me", { headers: headersFor(9_000_010) }));
    expect(refused!.headers.get("retry-after")).toBe("1");
    expect(await refused!.json()).toMatchObject({ code: "request.too_many", message: expect.any(String) });
  });

  it("has a budget for signing in that is smaller, by address", async () => {
    const init = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    const refused = await burst(12, () => handle("/auth/telegram", init));
    expect(refused.length).toBeGreaterThanOrEqual(8);
  });

  it("does not spend the budget of others behind the same bot", async () => {
    await burst(30, () => handle("/me", { headers: headersFor(9_000_010) }));
    expect((await handle("/me", { headers: headersFor(9_000_001) })).status).not.toBe(429);
  });

  it("cannot buy a budget of its own with a made-up token", async () => {
    let n = 0;
    const refused = await burst(30, () => handle("/me", { headers: { authorization: `Bearer made.up.${++n}` } }));
    expect(refused.length).toBeGreaterThan(0);
  });

  it("is counted by each process itself while Redis is away", async () => {
    const alone = await createWorld({ RATE_PER_SECOND: "3" });
    alone.deps.limits.close();
    const headers = { ...headersFor(9_000_010), "x-bot-id": alone.seeded.bots.customer! };
    const refused = await burst(20, () => alone.app.handle(new Request("http://localhost/me", { headers })));
    await alone.close();
    expect(refused.length).toBeGreaterThan(0);
  });

  it("is not the bots process about its own business, nor a probe", async () => {
    const service = { authorization: `Bearer ${deps.config.SERVICE_TOKEN}` };
    expect(await burst(30, () => handle("/bots/runnable", { headers: service }))).toEqual([]);
    expect(await burst(30, () => handle("/health/live"))).toEqual([]);
  });
});

describe("an address", () => {
  const forwarded = new Headers({ "x-forwarded-for": "6.6.6.6, 1.2.3.4" });

  it("is the one of the connection, whatever the client claims", () =>
    expect(addressOf(forwarded, { address: "9.9.9.9" }, 0)).toBe("9.9.9.9"));

  it("is what our own proxy saw, behind one", () =>
    expect(addressOf(forwarded, { address: "10.0.0.1" }, 1)).toBe("1.2.3.4"));
});

describe("a request", () => {
  it("that is too large is refused before it is read", async () => {
    const body = `{"x":"${"x".repeat(BODY_BYTES_MAX)}"}`;
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const reply = await handle("/auth/telegram", { method: "POST", body, headers });
    expect([reply.status, await reply.json()]).toMatchObject([413, { code: "request.too_large" }]);
  });

  it.each([
    ["{", "application/json"],
    ['{"a":}', "application/json"],
    ["\0\0\0", "application/json"],
    ["botId=1&initData=2", "application/x-www-form-urlencoded"],
    ["<a/>", "text/xml"],
    ["--x\r\n", "multipart/form-data; boundary=x"],
    ["[".repeat(100_000), "application/json"],
  ])("that cannot be read is refused with a sentence, case %#", async (body, type) => {
    const headers = { "content-type": type, "x-forwarded-for": `10.1.1.${++lastAddress}` };
    const reply = await handle("/auth/telegram", { method: "POST", body, headers });
    expect([400, 422]).toContain(reply.status);
    expect(await reply.json()).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/\.$/) });
  });

  it("is answered in the asker's language", async () => {
    const reply = await handle("/nowhere", { headers: { "accept-language": "ru" } });
    expect(await reply.json()).toMatchObject({ message: expect.stringMatching(/[а-я]/) });
  });

  it("keeps its id, or gets one", async () => {
    const named = await handle("/health/live", { headers: { "x-request-id": "complaint-4711" } });
    expect(named.headers.get("x-request-id")).toBe("complaint-4711");
    const odd = await handle("/health/live", { headers: { "x-request-id": "<script>" } });
    expect(odd.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it("leaves one line that says who, what and how it ended, and nothing that was sent", async () => {
    const headers = { ...headersFor(9_000_010), "x-request-id": "line-0001" };
    await served(() => handle("/alerts?state=ringing&secret=4711", { headers }));
    const line = () => lines.find(({ requestId, status }) => requestId === "line-0001" && status !== 429);
    await expect.poll(line).toBeDefined();
    expect(line()).toMatchObject({
      method: "GET",
      status: 403,
      code: "auth.not_allowed",
      accountId: world.seeded.accounts.customer!,
    });
    expect(JSON.stringify(lines)).not.toContain("4711");
  });
});

describe("an answer", () => {
  it("keeps browsers from guessing, framing and storing", async () => {
    const { headers } = await handle("/health/live");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is for pages of the listed origins only", async () => {
    const from = async (origin: string) =>
      (await handle("/health/live", { headers: { origin } })).headers.get("access-control-allow-origin");
    expect(await from("https://desk.example")).toBe("https://desk.example");
    expect(await from("https://evil.example")).not.toBe("https://evil.example");
  });
});

describe("the page of the API", () => {
  it("describes every route with what it takes and gives", async () => {
    const text = await (await served(() => handle("/openapi/json"))).text();
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { summary?: string }>> };
    const without = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { summary }]) => (summary ? [] : [`${method} ${path}`])),
    );
    expect(without).toEqual([]);
    expect(Object.keys(paths)).toContain("/auth/telegram");
    expect(text).toContain("initData");
  });

  it("is absent when it is turned off", async () => {
    const app = buildApp({ ...deps, config: { ...deps.config, OPENAPI: false } });
    const reply = await served(() => app.handle(new Request("http://localhost/openapi/json")));
    expect(reply.status).toBe(404);
  });
});
