import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import { RING_EVERY_MS } from "#shared/alert/alert-ladder";
import type { AlertHistory, AlertView } from "#shared/contracts/alert";
import type { Id } from "#shared/kernel/ids";
import { createWorld } from "#sim/testing/world";
import { openAlert } from "./open-alert";
import { ringAlert } from "./ring-alert";
import { settleAlerts } from "./settle-alerts";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
const { organisationId } = seeded;
const HOUSE = systemActor(organisationId);
const PLOV = seeded.branches.plov!;

const open = (kind: "order_unconfirmed" | "delivery_unclaimed", subjectId: Id = deps.newId()) =>
  withActor(deps, HOUSE, (work) => openAlert(work, deps, { kind, subjectId, branchId: PLOV }));

const opened = async (kind: "order_unconfirmed" | "delivery_unclaimed" = "delivery_unclaimed"): Promise<Id> =>
  (await open(kind))!;

const ringNext = async (alertId: Id) => {
  world.clock.advance(RING_EVERY_MS);
  await ringAlert(deps, { organisationId, subjectId: alertId });
};

const rungIn = async (alertId: Id, ring: number): Promise<string[]> => {
  const rows = await owner`
    select p.first_name as name from notifications n join profiles p on p.account_id = n.recipient_id
    where n.subject_id = ${alertId} and n.kind = 'alert.ring' and n.version = ${ring} order by 1`;
  return rows.map((row) => row.name);
};

const history = async (id: Id) => (await world.as("owner").get(`/alerts/${id}`)).body as AlertHistory;

const onDuty = (...people: string[]) =>
  Promise.all(
    people.map(
      (key) => owner`insert into staff_shifts (organisation_id, id, account_id, started_at)
        values (${organisationId}, ${deps.newId()}, ${seeded.accounts[key]!}, ${deps.clock.now().toISOString()})`,
    ),
  );

const blockStaffBot = (key: string) => owner`
  update bot_chats set unreachable_at = ${deps.clock.now().toISOString()}
  where bot_id = ${seeded.bots.staff!} and account_id = ${seeded.accounts[key]!}`;

beforeEach(async () => {
  await owner`delete from staff_shifts`;
  await owner`update bot_chats set unreachable_at = null`;
});

describe("an alert", () => {
  it("rings the dispatchers on duty at once, and the kitchen of the branch when it is about an unconfirmed order", async () => {
    await onDuty("dispatcher");
    expect(await rungIn(await opened("delivery_unclaimed"), 1)).toEqual(["Dilshod"]);
    expect(await rungIn(await opened("order_unconfirmed"), 1)).toEqual(["Dilshod", "Zuhra"]);
  });

  it("rings those last who have quiet hours now, and rings them all the same", async () => {
    await onDuty("dispatcher", "manager");
    const { clock } = world;
    const noon = clock.now();
    await owner`update profiles set quiet_from_minute = 1320, quiet_until_minute = 480, quiet_timezone = 'Asia/Tashkent'
      where account_id in (${seeded.accounts.dispatcher!}, ${seeded.accounts.kitchen!})`;
    expect(await rungIn(await opened("order_unconfirmed"), 1)).toEqual(["Dilshod", "Zuhra"]);
    clock.set(new Date("2026-03-02T18:00:00Z")); // eleven at night
    const id = await opened("order_unconfirmed");
    const { ringsSoFar } = await history(id);
    expect(ringsSoFar[0]!.level).toBe("all_dispatchers"); // nobody who is awake is on duty
    expect(await rungIn(id, 1)).toEqual(["Dilshod", "Zuhra"]);
    clock.set(noon);
    await owner`update profiles set quiet_from_minute = null, quiet_until_minute = null, quiet_timezone = null`;
  });

  it("is one for the same trouble, however many see it at once", async () => {
    const subjectId = deps.newId();
    const ids = await Promise.all([1, 2, 3, 4].map(() => open("delivery_unclaimed", subjectId)));
    expect(ids.filter(Boolean)).toHaveLength(1);
  });

  it("rings every 30 s and climbs, keeping the people below, until it rings the owner for ever", async () => {
    await onDuty("dispatcher");
    const id = await opened();
    for (let ring = 2; ring <= 15; ring += 1) await ringNext(id);
    const { ringsSoFar } = await history(id);
    expect(ringsSoFar.map((ring) => ring.level)).toEqual([
      ...Array(4).fill("on_shift_dispatchers"),
      ...Array(4).fill("all_dispatchers"),
      ...Array(4).fill("managers"),
      ...Array(3).fill("owner"),
    ]);
    expect(await rungIn(id, 13)).toEqual(["Dilshod", "Nodira", "Timur"]);
    expect(ringsSoFar.every((ring) => ring.recipients > 0)).toBe(true);
  });

  it("wakes the next level at once when nobody is on duty", async () => {
    expect((await history(await opened())).level).toBe("all_dispatchers");
  });

  it("widens at once when the only dispatcher blocks the bot, and is never silent", async () => {
    await onDuty("dispatcher");
    const id = await opened();
    await blockStaffBot("dispatcher");
    await ringNext(id);
    expect((await history(id)).level).toBe("managers");
    expect(await rungIn(id, 2)).toEqual(["Timur"]);
  });

  it("tries everybody with a chat when nobody can be reached", async () => {
    for (const key of ["dispatcher", "manager", "owner", "kitchen"]) await blockStaffBot(key);
    const id = await opened();
    expect(await rungIn(id, 1)).toEqual(["Dilshod", "Nodira", "Timur", "Zuhra"]);
  });

  it("rings once when two workers hear the same alarm", async () => {
    const id = await opened();
    world.clock.advance(RING_EVERY_MS);
    await Promise.all([1, 2, 3].map(() => ringAlert(deps, { organisationId, subjectId: id })));
    expect((await history(id)).rings).toBe(2);
  });

  it("does not ring before its time", async () => {
    const id = await opened();
    await ringAlert(deps, { organisationId, subjectId: id });
    expect((await history(id)).rings).toBe(1);
  });
});

describe("answering an alert", () => {
  it("silences it for everybody and tells everybody who was rung", async () => {
    const id = await opened();
    const reply = await world.as("dispatcher").post(`/alerts/${id}/acknowledge`);
    expect(reply).toMatchObject({
      status: 200,
      body: { state: "acknowledged", acknowledgedBy: { firstName: "Dilshod" } },
    });
    await ringNext(id);
    expect((await history(id)).rings).toBe(1);
    const closed = await owner`select body from notifications where subject_id = ${id} and kind = 'alert.closed'`;
    expect(closed.map((row) => row.body.acknowledged)).toEqual([true]);
  });

  it("lets one of two people take it, and names that one to the other", async () => {
    const id = await opened();
    const replies = await Promise.all(
      ["dispatcher", "manager", "owner"].map((key) => world.as(key).post(`/alerts/${id}/acknowledge`)),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409, 409]);
    const winner = replies.find((reply) => reply.status === 200)!.body as AlertView;
    for (const loser of replies.filter((reply) => reply.status === 409))
      expect(loser.body).toMatchObject({
        code: "alert.already_acknowledged",
        details: { acknowledgedBy: winner.acknowledgedBy },
      });
  });

  it("is the same answer when one person taps twice", async () => {
    const id = await opened();
    const taps = await Promise.all([1, 2].map(() => world.as("dispatcher").post(`/alerts/${id}/acknowledge`)));
    expect(taps.map((tap) => tap.status)).toEqual([200, 200]);
  });

  it("is not for couriers or customers, and unknown alerts are not found", async () => {
    const id = await opened();
    expect(await world.as("courier1").post(`/alerts/${id}/acknowledge`)).toMatchObject({ status: 403 });
    expect(await world.as("customer").get("/alerts")).toMatchObject({ status: 403 });
    const unknown = await world.as("owner").post(`/alerts/${deps.newId()}/acknowledge`);
    expect(unknown).toMatchObject({ status: 404, body: { code: "alert.not_found" } });
  });

  it("does not reach staff of another branch", async () => {
    const id = await opened();
    await owner`update memberships set branch_id = ${seeded.branches.burger!} where role = 'kitchen'`;
    const reply = await world.as("kitchen").get(`/alerts/${id}`);
    await owner`update memberships set branch_id = null where role = 'kitchen'`;
    expect(reply.status).toBe(404);
  });
});

describe("an alert whose cause went away", () => {
  it("falls silent and says so, also while somebody answers at that moment", async () => {
    const subjectId = deps.newId();
    const id = (await open("delivery_unclaimed", subjectId))!;
    const [answer] = await Promise.all([
      world.as("dispatcher").post(`/alerts/${id}/acknowledge`),
      withActor(deps, HOUSE, (work) => settleAlerts(work, deps, subjectId, ["delivery_unclaimed"])),
    ]);
    const { state } = await history(id);
    expect(state).toBe(answer.status === 200 ? "acknowledged" : "resolved");
    const [row] =
      await owner`select count(*)::int as n from notifications where subject_id = ${id} and kind = 'alert.closed'`;
    expect(row!.n).toBe(1);
  });

  it("rings anew when the trouble comes back", async () => {
    const subjectId = deps.newId();
    const first = await open("delivery_unclaimed", subjectId);
    await withActor(deps, HOUSE, (work) => settleAlerts(work, deps, subjectId, ["delivery_unclaimed"]));
    expect(await open("delivery_unclaimed", subjectId)).not.toBe(first);
  });
});
