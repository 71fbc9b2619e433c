import { afterAll, describe, expect, it } from "vitest";
import type { SignedIn, Tokens } from "#shared/contracts/sign-in";
import { initDataFor } from "#sim/testing/init-data";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
const HOUR_MS = 3_600_000;
const tokenOf = async (kind: string) => {
  const [bot] = await owner`select token_encrypted from bots where id = ${seeded.bots[kind]!}`;
  return deps.secrets.decrypt(bot!.token_encrypted);
};
const [CUSTOMER_TOKEN, STAFF_TOKEN] = [await tokenOf("customer"), await tokenOf("staff")];

let lastId = 7_000_000;
const freshInitData = (id = ++lastId, at = deps.clock.realNow(), token = CUSTOMER_TOKEN) =>
  initDataFor(token, { id, first_name: "Laylo", language_code: "uz" }, at);
const signIn = (initData: string, botId = seeded.bots.customer!) =>
  world.caller().post("/auth/telegram", { botId, initData });
const signedIn = async (initData = freshInitData()) => (await signIn(initData)).body as SignedIn;
const withToken = (accessToken: string) => world.caller({ authorization: `Bearer ${accessToken}` });
const refresh = (refreshToken: string) => world.caller().post("/auth/refresh", { refreshToken });
const refused = (status: number, code: string) => ({ status, body: { code, message: expect.any(String) } });

/** The signed text of this is the same as before, although it says something else. */
const mergedFields = () => {
  const fields = new URLSearchParams(freshInitData());
  const merged = `${fields.get("query_id")}\nsignature=${fields.get("signature")}`;
  fields.delete("signature");
  fields.set("query_id", merged);
  return fields.toString();
};

describe("signing in with initData", () => {
  it("gives tokens that say who is asking", async () => {
    const { accessToken, me } = await signedIn();
    expect(me).toMatchObject({ firstName: "Laylo", language: "uz", roles: ["customer"] });
    expect((await withToken(accessToken).get("/me")).body).toEqual(me);
  });

  it("works again with the same string, as a reload sends it, also twice at once", async () => {
    const initData = freshInitData();
    const replies = await Promise.all([signIn(initData), signIn(initData), signIn(initData)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    world.clock.advance(HOUR_MS / 2);
    expect(await signIn(initData)).toMatchObject({ status: 200 });
  });

  it("knows the staff by the bot that they came through", async () => {
    const reply = await signIn(freshInitData(9_000_002, undefined, STAFF_TOKEN), seeded.bots.staff!);
    expect(reply.body).toMatchObject({ me: { roles: ["manager"], accountId: seeded.accounts.manager! } });
  });

  it.each([
    [
      "an hour and a second old",
      () => freshInitData(undefined, new Date(deps.clock.realNow().getTime() - HOUR_MS - 1_000)),
      "auth.init_data_expired",
    ],
    [
      "from tomorrow",
      () => freshInitData(undefined, new Date(deps.clock.realNow().getTime() + 24 * HOUR_MS)),
      "auth.init_data_invalid",
    ],
    ["signed for another bot", () => freshInitData(undefined, undefined, STAFF_TOKEN), "auth.init_data_invalid"],
    [
      "with another person put in",
      () => freshInitData().replace(/id%22%3A\d+/, "id%22%3A9000001"),
      "auth.init_data_invalid",
    ],
    ["with a field more", () => `${freshInitData()}&start_param=x`, "auth.init_data_invalid"],
    [
      "with a key that comes twice",
      () => `user=%7B%22id%22%3A9000001%2C%22first_name%22%3A%22X%22%7D&${freshInitData()}`,
      "auth.init_data_invalid",
    ],
    [
      "with its hash in capitals",
      () => freshInitData().replace(/hash=[\da-f]+/, (hash) => `hash=${hash.slice(5).toUpperCase()}`),
      "auth.init_data_invalid",
    ],
    ["with two fields merged into one by a line break", mergedFields, "auth.init_data_invalid"],
    ["without a hash", () => freshInitData().replace(/&?hash=[\da-f]+/, ""), "auth.init_data_invalid"],
    ["that is no such thing", () => "hello", "auth.init_data_invalid"],
    ["full of percent signs", () => "%".repeat(8_000), "auth.init_data_invalid"],
  ])("is refused with initData %s", async (_what, initData, code) => {
    expect(await signIn(initData())).toMatchObject(refused(401, code));
  });

  it("is refused through a bot that is not there, and when the request makes no sense", async () => {
    expect(await signIn(freshInitData(), deps.newId())).toMatchObject(refused(404, "bot.not_found"));
    for (const body of [{}, { botId: "7", initData: "x" }, { botId: deps.newId(), initData: "x".repeat(10_000) }, []])
      expect(await world.caller().post("/auth/telegram", body)).toMatchObject(refused(422, "request.invalid"));
  });

  it("is logged whether it succeeds or not, without what was presented", async () => {
    const initData = freshInitData();
    await signIn(initData);
    await signIn(`${initData}x`);
    const rows = await owner`select * from sign_ins order by at, id`;
    expect(rows.slice(-2).map((row) => row.outcome)).toEqual(["ok", "auth.init_data_invalid"]);
    expect(JSON.stringify(rows)).not.toContain("Laylo");
  });

  it("is refused for suspended staff", async () => {
    await owner`update memberships set status = 'suspended' where account_id = ${seeded.accounts.kitchen!}`;
    const reply = await signIn(freshInitData(9_000_004, undefined, STAFF_TOKEN), seeded.bots.staff!);
    expect(reply).toMatchObject(refused(403, "auth.suspended"));
  });
});

describe("an access token", () => {
  it("runs out after fifteen minutes", async () => {
    const { accessToken } = await signedIn();
    world.clock.advance(15 * 60_000 - 1_000);
    expect(await withToken(accessToken).get("/me")).toMatchObject({ status: 200 });
    world.clock.advance(2_000);
    expect(await withToken(accessToken).get("/me")).toMatchObject(refused(401, "auth.token_expired"));
  });

  it("is refused when it was changed, made up or signed without a key", async () => {
    const { accessToken } = await signedIn();
    const [head, body, mark] = accessToken.split(".") as [string, string, string];
    const none = btoa('{"alg":"none"}').replaceAll("=", "");
    const other = btoa(atob(body).replace(/"sub":"./, '"sub":"f')).replaceAll("=", "");
    for (const bad of [`${head}.${other}.${mark}`, `${none}.${body}.`, `${head}.${body}`, "x", `${accessToken}x`])
      expect(await withToken(bad).get("/me")).toMatchObject(refused(401, "auth.token_invalid"));
    expect(await world.caller().get("/me")).toMatchObject(refused(401, "auth.missing"));
    expect(await world.caller({ authorization: "Basic eDp5" }).get("/me")).toMatchObject(refused(401, "auth.missing"));
  });
});

describe("refreshing", () => {
  it("gives a new pair each time", async () => {
    let { refreshToken } = await signedIn();
    for (let i = 0; i < 3; i += 1) {
      const reply = await refresh(refreshToken);
      expect(reply.status).toBe(200);
      expect((reply.body as Tokens).refreshToken).not.toBe(refreshToken);
      refreshToken = (reply.body as Tokens).refreshToken;
      expect(await withToken((reply.body as Tokens).accessToken).get("/me")).toMatchObject({ status: 200 });
    }
  });

  it("with a used token ends the session, the newest tokens and its initData included", async () => {
    const initData = freshInitData();
    const first = await signedIn(initData);
    const second = (await refresh(first.refreshToken)).body as Tokens;
    expect(await withToken(second.accessToken).get("/me")).toMatchObject({ status: 200 });
    expect(await refresh(first.refreshToken)).toMatchObject(refused(401, "auth.refresh_reused"));
    expect(await withToken(second.accessToken).get("/me")).toMatchObject(refused(401, "auth.signed_out"));
    expect(await refresh(second.refreshToken)).toMatchObject(refused(401, "auth.signed_out"));
    expect(await signIn(initData)).toMatchObject(refused(401, "auth.signed_out"));
  });

  it("twice at once with one token succeeds at most once, and ends the session", async () => {
    const { refreshToken, accessToken } = await signedIn();
    const replies = await Promise.all([1, 2, 3].map(() => refresh(refreshToken)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await withToken(accessToken).get("/me")).toMatchObject(refused(401, "auth.signed_out"));
  });

  it("is refused with a token that ran out or was never given", async () => {
    const { refreshToken } = await signedIn();
    expect(await refresh("x".repeat(43))).toMatchObject(refused(401, "auth.token_invalid"));
    world.clock.advance(31 * 24 * HOUR_MS);
    expect(await refresh(refreshToken)).toMatchObject(refused(401, "auth.token_expired"));
  });
});

describe("signing out", () => {
  it("ends every session of this initData at once, and nobody else's", async () => {
    const initData = freshInitData();
    const [one, other, stranger] = [await signedIn(initData), await signedIn(initData), await signedIn()];
    expect(await withToken(one.accessToken).post("/auth/sign-out")).toMatchObject({ body: { signedOut: true } });
    for (const { accessToken } of [one, other])
      expect(await withToken(accessToken).get("/me")).toMatchObject(refused(401, "auth.signed_out"));
    expect(await signIn(initData)).toMatchObject(refused(401, "auth.signed_out"));
    expect(await withToken(stranger.accessToken).get("/me")).toMatchObject({ status: 200 });
  });

  it("cannot be undone by spelling the initData differently", async () => {
    const initData = freshInitData();
    const { accessToken } = await signedIn(initData);
    await withToken(accessToken).post("/auth/sign-out");
    const respelt = initData.replace("Laylo", "%4Caylo");
    expect(respelt).not.toBe(initData);
    expect(await signIn(respelt)).toMatchObject(refused(401, "auth.signed_out"));
  });

  it("leaves no session behind when the page reloads at that moment", async () => {
    const initData = freshInitData();
    const { accessToken } = await signedIn(initData);
    const [, ...replies] = await Promise.all([
      withToken(accessToken).post("/auth/sign-out"),
      signIn(initData),
      signIn(initData),
    ]);
    for (const reply of replies.filter(({ status }) => status === 200))
      expect(await withToken((reply.body as SignedIn).accessToken).get("/me")).toMatchObject(
        refused(401, "auth.signed_out"),
      );
  });
});
