import { afterAll, describe, expect, it } from "vitest";
import type { InvitationView, OpenInvitations } from "#shared/contracts/members";
import type { MemberCard } from "#shared/contracts/views";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [owner, manager] = [world.as("owner"), world.as("manager")];
let telegramId = 7_000_000;
const newcomer = async () => {
  telegramId += 1;
  await world.asBot("staff").post("/people/meet", { telegramId, firstName: `Nr ${telegramId}` });
  return world.caller({
    authorization: `Bearer ${world.deps.config.SERVICE_TOKEN}`,
    "x-bot-id": world.seeded.bots.staff!,
    "x-telegram-id": String(telegramId),
  });
};
const invited = async (role = "dispatcher") =>
  (await owner.post("/members/invitations", { role })).body as InvitationView;
const open = async () => ((await manager.get("/members/invitations")).body as OpenInvitations).invitations;

describe("open invitations", () => {
  it("are listed without their codes until somebody follows them or they run out", async () => {
    const [followed, waiting] = [await invited(), await invited("kitchen")];
    await (await newcomer()).post("/members/join", { code: followed.code });
    const listed = await open();
    expect(listed).toMatchObject([{ id: waiting.id, role: "kitchen", invitedBy: "Nodira" }]);
    expect(JSON.stringify(listed)).not.toContain(waiting.code);
    world.clock.advance(73 * 3_600_000);
    expect(await open()).toEqual([]);
  });

  it("are seen by the management only", async () => {
    expect(await world.as("dispatcher").get("/members/invitations")).toMatchObject({ status: 403 });
  });

  it("that are taken back open nothing, and only those may take them back who may give them", async () => {
    const { id, code } = await invited("manager");
    expect(await manager.post(`/members/invitations/${id}/revoke`)).toMatchObject({ status: 403 });
    expect(await owner.post(`/members/invitations/${id}/revoke`)).toMatchObject({ status: 200 });
    expect(await (await newcomer()).post("/members/join", { code })).toMatchObject({ status: 410 });
    expect(await owner.post(`/members/invitations/${id}/revoke`)).toMatchObject({ status: 410 });
    expect(await owner.post(`/members/invitations/${world.deps.newId()}/revoke`)).toMatchObject({ status: 404 });
  });

  it("are followed or taken back, when both happen at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [{ id, code }, person] = [await invited(), await newcomer()];
      const replies = await Promise.all([
        person.post("/members/join", { code }),
        owner.post(`/members/invitations/${id}/revoke`),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 410]);
    }
  });
});

describe("a decision about a member", () => {
  it("is made by one of two at once, or by one after the other", async () => {
    const person = await newcomer();
    const member = (await person.post("/members/join", { code: (await invited()).code })).body as MemberCard;
    const replies = await Promise.all([
      owner.post(`/members/${member.id}/approve`),
      manager.post(`/members/${member.id}/suspend`),
    ]);
    for (const reply of replies)
      if (reply.status !== 200) expect(reply).toMatchObject({ status: 409, body: { code: "request.outdated" } });
    const [row] = await world.owner`select status from memberships where id = ${member.id}`;
    const said = replies.filter(({ status }) => status === 200).map(({ body }) => (body as MemberCard).status);
    expect(said).toContain(row!.status);
  });
});

describe("a courier", () => {
  it("is suspended and admitted again with an entry in the log each", async () => {
    const id = world.seeded.couriers.courier1!;
    await manager.post(`/couriers/${id}/suspend`);
    await manager.post(`/couriers/${id}/approve`);
    await manager.patch(`/couriers/${id}`, { capacity: 5 });
    await manager.patch(`/couriers/${id}`, { capacity: 5 });
    const entries = await world.owner`select action, before, after from audit_log where subject_id = ${id} order by id`;
    expect(entries).toMatchObject([
      { action: "courier.suspend", before: { status: "active" }, after: { status: "suspended" } },
      { action: "courier.approve", before: { status: "suspended" }, after: { status: "active" } },
      { action: "courier.edit", after: { capacity: 5 } },
    ]);
  });
});
