import { afterAll, describe, expect, it } from "vitest";
import type { InvitationView } from "#shared/contracts/members";
import type { SignedIn } from "#shared/contracts/sign-in";
import type { MemberCard } from "#shared/contracts/views";
import { initDataFor } from "#sim/testing/init-data";
import { createWorld } from "#sim/testing/world";
import { INVITATION_LIFE_MS } from "./invite";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
let telegramId = 6_000_000;

/** A stranger who opened this bot. */
const newcomer = async (kind: "staff" | "courier" = "staff") => {
  telegramId += 1;
  await world.asBot(kind).post("/people/meet", { telegramId, firstName: `Nr ${telegramId}` });
  return world.caller({
    authorization: `Bearer ${deps.config.SERVICE_TOKEN}`,
    "x-bot-id": seeded.bots[kind]!,
    "x-telegram-id": String(telegramId),
  });
};
const invite = (by: string, role: string, branchId: string | null = null) =>
  world.as(by).post("/members/invitations", { role, branchId });
const codeFor = async (role: string, by = "owner") => ((await invite(by, role)).body as InvitationView).code;
const joined = async (role: string) => {
  const person = await newcomer();
  const member = (await person.post("/members/join", { code: await codeFor(role) })).body as MemberCard;
  return { person, member };
};
const heardOf = async (id: string) =>
  (
    await owner`select p.first_name as name from notifications n join profiles p on p.account_id = n.recipient_id
    where n.subject_id = ${id} and n.kind = 'member.changed' order by 1`
  ).map((row) => row.name);

describe("an invitation", () => {
  it("is a link to the bot of its role that Telegram accepts, and its code is kept as a hash only", async () => {
    const { url, code } = (await invite("manager", "dispatcher")).body as InvitationView;
    expect(url).toMatch(/^https:\/\/t\.me\/\w+\?start=join_[\w-]{22}$/);
    expect(code.length).toBeLessThanOrEqual(64);
    expect(JSON.stringify(await owner`select * from invitations`)).not.toContain(code);
  });

  it.each([
    ["dispatcher", "kitchen"],
    ["manager", "manager"],
    ["manager", "owner"],
    ["kitchen", "courier"],
    ["courier1", "courier"],
    ["customer", "kitchen"],
  ])("is not for a %s to give to a %s", async (by, role) => {
    expect(await invite(by, role)).toMatchObject({ status: 403, body: { code: "auth.not_allowed" } });
  });

  it("to a branch that is not there, or to be a customer, is refused", async () => {
    expect(await invite("owner", "kitchen", deps.newId())).toMatchObject({ status: 404 });
    expect(await invite("owner", "customer")).toMatchObject({ status: 422 });
  });

  it("lets one person in, however many follow it at once, and the same person as often as they like", async () => {
    const code = await codeFor("kitchen");
    const people = [await newcomer(), await newcomer(), await newcomer()];
    const replies = await Promise.all(people.map((person) => person.post("/members/join", { code })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const winner = people[replies.findIndex(({ status }) => status === 200)]!;
    expect(await winner.post("/members/join", { code })).toMatchObject({ status: 200, body: { status: "pending" } });
  });

  it("runs out after three days", async () => {
    const code = await codeFor("kitchen");
    world.clock.advance(INVITATION_LIFE_MS);
    expect(await (await newcomer()).post("/members/join", { code })).toMatchObject({
      status: 410,
      body: { code: "invitation.over" },
    });
  });

  it("that was made up, or is for another bot, is not found", async () => {
    const person = await newcomer();
    for (const code of ["join_AAAAAAAAAAAAAAAAAAAAAA", "", "join_", "'; drop table orders; --", "\0"])
      expect(await person.post("/members/join", { code })).toMatchObject({ status: 404 });
    expect(await person.post("/members/join", { code: await codeFor("courier") })).toMatchObject({ status: 404 });
  });
});

describe("a new member", () => {
  it("may do nothing until somebody approves, who hears of it; then at once", async () => {
    const { person, member } = await joined("dispatcher");
    expect(await heardOf(member.id)).toEqual(["Nodira", "Timur"]);
    expect(await person.get("/alerts")).toMatchObject({ status: 403 });
    expect(await world.as("manager").post(`/members/${member.id}/approve`)).toMatchObject({
      body: { status: "active" },
    });
    expect(await person.get("/alerts")).toMatchObject({ status: 200 });
    expect((await person.get("/me")).body).toMatchObject({ roles: ["dispatcher"] });
  });

  it("of the management is the owner's to approve", async () => {
    const { member } = await joined("manager");
    expect(await world.as("manager").post(`/members/${member.id}/approve`)).toMatchObject({ status: 403 });
    expect(await world.as("owner").post(`/members/${member.id}/approve`)).toMatchObject({ status: 200 });
  });

  it("who is suspended is signed out and off duty at once, and comes back by approval", async () => {
    const { person, member } = await joined("dispatcher");
    await world.as("owner").post(`/members/${member.id}/approve`);
    await person.post("/me/shift/start");
    const [bot] = await owner`select token_encrypted from bots where id = ${seeded.bots.staff!}`;
    const initData = initDataFor(
      deps.secrets.decrypt(bot!.token_encrypted),
      { id: telegramId, first_name: "X" },
      deps.clock.realNow(),
    );
    const session = await world.caller().post("/auth/telegram", { botId: seeded.bots.staff!, initData });
    const app = world.caller({ authorization: `Bearer ${(session.body as SignedIn).accessToken}` });
    expect(await app.get("/alerts")).toMatchObject({ status: 200 });

    await world.as("manager").post(`/members/${member.id}/suspend`);
    expect(await app.get("/alerts")).toMatchObject({ status: 401, body: { code: "auth.signed_out" } });
    expect(await person.get("/alerts")).toMatchObject({ status: 403, body: { code: "auth.suspended" } });
    const open = await owner`select id from staff_shifts where account_id = ${member.accountId} and ended_at is null`;
    expect(open).toEqual([]);

    await world.as("manager").post(`/members/${member.id}/approve`);
    expect(await person.get("/alerts")).toMatchObject({ status: 200 });
  });

  it("who is suspended while they act is not remembered as active by whoever read it before", async () => {
    const { person, member } = await joined("dispatcher");
    await world.as("owner").post(`/members/${member.id}/approve`);
    await Promise.all([
      ...Array.from({ length: 10 }, () => person.get("/alerts")),
      world.as("manager").post(`/members/${member.id}/suspend`),
      ...Array.from({ length: 10 }, () => person.get("/alerts")),
    ]);
    expect(await person.get("/alerts")).toMatchObject({ status: 403, body: { code: "auth.suspended" } });
  });

  it("leaves a line in the audit log for each decision", async () => {
    const { member } = await joined("kitchen");
    await world.as("owner").post(`/members/${member.id}/approve`);
    await world.as("owner").post(`/members/${member.id}/approve`);
    const rows = await owner`select action, before, after from audit_log where subject_id = ${member.id}`;
    expect(rows).toEqual([{ action: "member.approve", before: { status: "pending" }, after: { status: "active" } }]);
  });
});

describe("the last owner", () => {
  const owners = () => owner`select id from memberships where role = 'owner' and status = 'active'`;

  it("cannot be suspended, and two who suspend each other leave one", async () => {
    const [first] = await owners();
    expect(await world.as("owner").post(`/members/${first!.id}/suspend`)).toMatchObject({
      status: 409,
      body: { code: "member.last_owner" },
    });
    const { person, member } = await joined("owner");
    await world.as("owner").post(`/members/${member.id}/approve`);
    await Promise.all([
      world.as("owner").post(`/members/${member.id}/suspend`),
      person.post(`/members/${first!.id}/suspend`),
    ]);
    expect(await owners()).toHaveLength(1);
    await owner`update memberships set status = 'active' where role = 'owner'`;
  });
});

describe("the list of members", () => {
  it("is for the management", async () => {
    expect(await world.as("dispatcher").get("/members")).toMatchObject({ status: 403 });
    const reply = await world.as("manager").get("/members?status=active");
    expect((reply.body as { members: MemberCard[] }).members.map(({ role }) => role)).toContain("kitchen");
  });

  it("decides about staff; couriers are admitted elsewhere, and strangers are not found", async () => {
    const { members } = (await world.as("owner").get("/members")).body as { members: MemberCard[] };
    const courier = members.find(({ role }) => role === "courier")!;
    expect(await world.as("owner").post(`/members/${courier.id}/suspend`)).toMatchObject({ status: 404 });
    expect(await world.as("owner").post(`/members/${deps.newId()}/suspend`)).toMatchObject({ status: 404 });
  });
});

describe("somebody with a role here and another one there", () => {
  it("has each role's rights where that role is, and nowhere else", async () => {
    const { plov, burger } = seeded.branches;
    const { person, member } = await joined("kitchen"); // of every branch
    await world.as("owner").post(`/members/${member.id}/approve`);
    const grant = { accountId: member.accountId, role: "manager", branchId: plov };
    expect(await world.as("owner").post("/members", grant)).toMatchObject({ status: 200 });
    const settings = (branchId: string | undefined) => person.get(`/branches/${branchId}/settings`);
    expect((await settings(plov)).status).toBe(200);
    expect(await settings(burger)).toMatchObject({ status: 404, body: { code: "branch.not_found" } });
    expect((await person.get(`/orders/open?branchId=${burger}`)).status).toBe(200); // the kitchen's
    const asked = (branchId: string | null | undefined) =>
      person.post("/members/invitations", { role: "kitchen", branchId });
    expect((await asked(plov)).status).toBe(200);
    for (const elsewhere of [burger, null])
      expect(await asked(elsewhere)).toMatchObject({ status: 404, body: { code: "branch.not_found" } });
  });
});
