import { afterAll, afterEach, describe, expect, it } from "vitest";
import { buildApp } from "#api/app";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { EventBody, EventKind } from "#shared/contracts/events";
import type { ClientFrame, ServerFrame } from "#shared/contracts/realtime";
import type { SignedIn } from "#shared/contracts/sign-in";
import type { Id } from "#shared/kernel/ids";
import type { BotKind } from "#shared/kernel/role";
import { initDataFor } from "#sim/testing/init-data";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
const { deps, seeded, owner } = world;
const { organisationId } = seeded;
// Two API processes, as far as a socket can tell.
const apps = [buildApp(deps).listen(0), buildApp(deps).listen(0)];
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop(true)));
  await world.close();
});

const BOARD = `board:${organisationId}`;
const PLOV = seeded.branches.plov!;

const tokenOf = async (telegramId: number, kind: BotKind): Promise<string> => {
  const [bot] = await owner`select token_encrypted from bots where id = ${seeded.bots[kind]!}`;
  const token = deps.secrets.decrypt(bot!.token_encrypted);
  const initData = initDataFor(token, { id: telegramId, first_name: "X" }, deps.clock.realNow());
  const reply = await world.caller().post("/auth/telegram", { botId: seeded.bots[kind]!, initData });
  return (reply.body as SignedIn).accessToken;
};
const dispatcherToken = () => tokenOf(9_000_003, "staff");

type Screen = {
  say(frame: ClientFrame | string): void;
  frames: ServerFrame[];
  next<Is extends ServerFrame["is"]>(is: Is): Promise<Extract<ServerFrame, { is: Is }>>;
  events(): string[];
  closed: Promise<number>;
  close(): void;
};
const screens: Screen[] = [];
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close();
});

const screen = async (process: 0 | 1 = 0): Promise<Screen> => {
  const socket = new WebSocket(`ws://localhost:${apps[process]!.server!.port}/realtime`);
  const frames: ServerFrame[] = [];
  let read = 0;
  socket.addEventListener("message", ({ data }) => frames.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  const made: Screen = {
    say: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    frames,
    next: async (is) => {
      const find = () => frames.findIndex((frame, index) => index >= read && frame.is === is);
      await expect.poll(find, { timeout: 5_000 }).toBeGreaterThanOrEqual(0);
      read = find() + 1;
      return frames[read - 1] as never;
    },
    events: () => frames.flatMap((frame) => (frame.is === "event" ? [frame.event.id] : [])),
    closed,
    close: () => socket.close(),
  };
  screens.push(made);
  return made;
};
const listening = async (accessToken: string, topics: string[], process: 0 | 1 = 0) => {
  const made = await screen(process);
  made.say({ do: "sign_in", accessToken });
  made.say({ do: "subscribe", topics });
  await made.next("subscribed");
  return made;
};

const happen = async (kind: EventKind, body: EventBody): Promise<Id> => {
  await withActor(deps, systemActor(organisationId), async (work) => work.emit({ kind, body }));
  const [row] = await owner`select id from events order by recorded_at desc, id desc limit 1`;
  return row!.id;
};
const branchChanged = (branchId = PLOV) => happen("branch.changed", { branchId });

describe("a screen", () => {
  it("hears at once what happens where it listens, through any API process, and once each", async () => {
    const token = await dispatcherToken();
    const [here, there] = [await listening(token, [BOARD, `branch:${PLOV}`]), await listening(token, [BOARD], 1)];
    const id = await branchChanged();
    expect((await here.next("event")).event).toMatchObject({ id, kind: "branch.changed", body: { branchId: PLOV } });
    expect((await there.next("event")).event.id).toBe(id);
    expect(here.events()).toEqual([id]);
  });

  it("hears nothing of what it does not listen to, or no longer", async () => {
    const made = await listening(await dispatcherToken(), [`branch:${PLOV}`]);
    await branchChanged(seeded.branches.burger!);
    made.say({ do: "unsubscribe", topics: [`branch:${PLOV}`] });
    await made.next("unsubscribed");
    await branchChanged();
    made.say({ do: "ping" });
    await made.next("pong");
    expect(made.events()).toEqual([]);
  });

  it("that comes back with its last event gets what it missed, and again what came shortly before", async () => {
    const token = await dispatcherToken();
    const first = await branchChanged();
    world.clock.advance(30_000);
    const known = await branchChanged();
    world.clock.advance(120_000);
    const missed = [await branchChanged(), await branchChanged()];
    const made = await screen();
    made.say({ do: "sign_in", accessToken: token });
    made.say({ do: "subscribe", topics: [BOARD], lastId: known });
    expect(await made.next("subscribed")).toMatchObject({ missed: "all_here" });
    await expect.poll(() => made.events()).toEqual(expect.arrayContaining([first, known, ...missed]));
  });

  it("that was away for more than an hour is told to load anew", async () => {
    const known = await branchChanged();
    world.clock.advance(3_700_000);
    const made = await screen();
    made.say({ do: "sign_in", accessToken: await dispatcherToken() });
    for (const lastId of [known, deps.newId()]) {
      made.say({ do: "subscribe", topics: [BOARD], lastId });
      expect(await made.next("subscribed")).toMatchObject({ missed: "too_long_ago" });
    }
  });

  it("hears from the rows what Redis did not tell", async () => {
    const made = await listening(await dispatcherToken(), [BOARD]);
    const { publish } = deps.redis;
    deps.redis.publish = () => Promise.resolve(0);
    const id = await branchChanged();
    deps.redis.publish = publish;
    await expect.poll(() => made.events(), { timeout: 8_000 }).toContain(id);
  });
});

describe("the right to listen", () => {
  const allowed = async (accessToken: string, topics: string[]) => {
    const made = await screen();
    made.say({ do: "sign_in", accessToken });
    made.say({ do: "subscribe", topics });
    return (await made.next("subscribed")).topics;
  };

  it("is a dispatcher's for the board, branches and couriers, and for nothing of other organisations", async () => {
    const courier = `courier:${seeded.couriers.courier1!}`;
    const stranger = deps.newId();
    const topics = [BOARD, `branch:${PLOV}`, courier, `board:${stranger}`, `courier:${stranger}`, `branch:${stranger}`];
    expect(await allowed(await dispatcherToken(), [...topics, `order:${stranger}`, "nonsense"])).toEqual(
      topics.slice(0, 3),
    );
  });

  it("is a courier's for oneself alone", async () => {
    const [one, other] = [`courier:${seeded.couriers.courier1!}`, `courier:${seeded.couriers.courier2!}`];
    expect(await allowed(await tokenOf(9_000_021, "courier"), [one, other, BOARD, `branch:${PLOV}`])).toEqual([one]);
  });

  it("is a customer's for one's own orders alone", async () => {
    const order = async (account: string) => {
      const id = deps.newId();
      await owner`insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at, version,
          fulfilment, payment_method, currency, subtotal_minor, fee_minor, total_minor, placed_at, promised_at)
        values (${organisationId}, ${id}, 'ABCDE', ${PLOV}, ${seeded.accounts[account]!}, ${seeded.bots.customer!},
          'placed', now(), 1, 'pickup', 'cash', 'UZS', 100, 0, 100, now(), now())`;
      return `order:${id}`;
    };
    const [own, foreign] = [await order("customer"), await order("manager")];
    expect(await allowed(await tokenOf(9_000_010, "customer"), [own, foreign, BOARD])).toEqual([own]);
  });

  it("is refused with a sentence, also before signing in", async () => {
    const made = await screen();
    made.say({ do: "subscribe", topics: [BOARD] });
    expect((await made.next("refused")).refusal).toMatchObject({ code: "auth.missing", message: expect.any(String) });
    made.say({ do: "sign_in", accessToken: "made.up.token" });
    expect((await made.next("refused")).refusal.code).toBe("auth.token_invalid");
  });
});

describe("a connection", () => {
  it("hears nothing more once its token has run out, and lives on with a fresh one", async () => {
    const [lazy, diligent] = [
      await listening(await dispatcherToken(), [BOARD]),
      await listening(await dispatcherToken(), [BOARD]),
    ];
    world.clock.advance(14 * 60_000);
    diligent.say({ do: "sign_in", accessToken: await dispatcherToken() });
    await diligent.next("signed_in");
    world.clock.advance(2 * 60_000);
    const id = await branchChanged();
    expect((await diligent.next("event")).event.id).toBe(id);
    expect(await lazy.closed).toBe(4401);
    expect(lazy.events()).toEqual([]);
  });

  it("survives whatever is said on it", async () => {
    const made = await screen();
    for (const nonsense of ["", "{", "[]", "null", '"x"', "7", '{"do":"dance"}', '{"do":"subscribe","topics":7}']) {
      made.say(nonsense);
      expect((await made.next("refused")).refusal.code).toMatch(/^request\.(invalid|malformed)$/);
    }
    made.say({ do: "ping" });
    await made.next("pong");
  });
});

describe("a process that ends", () => {
  it("is not ready any more, sends its screens elsewhere and stops without waiting for them", async () => {
    const made = await listening(await dispatcherToken(), [BOARD]);
    deps.stopping.abort();
    expect(await made.closed).toBe(1001);
    expect(await world.caller().get("/health/ready")).toMatchObject({ status: 503, body: { ready: false } });
    await apps[0]!.stop();
  });
});
