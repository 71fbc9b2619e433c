import { afterAll, describe, expect, it } from "vitest";
import type { BotList } from "#shared/contracts/bots";
import type { BranchSettings } from "#shared/contracts/branch-settings";
import type { MemberCard } from "#shared/contracts/views";
import { Refusal } from "#shared/kernel/refusal";
import { createWorld } from "#sim/testing/world";
import { foundOrganisation, type NewOrganisation } from "./found-organisation";
import { inviteOwner } from "./invite-owner";

const world = await createWorld();
afterAll(() => world.close());
const { deps } = world;

const bot = (kind: "customer" | "courier" | "staff", telegramId: number) => ({
  kind,
  telegramId,
  username: `fresh_${kind}_bot`,
  token: `${telegramId}:AAaaBBbbCCccDDddEEeeFFff0011223344`,
});
const WANTED: NewOrganisation = {
  name: "Choyxona No. 1",
  city: "Samarqand",
  timezone: "Asia/Samarkand",
  currency: "UZS",
  language: "uz",
  bots: [bot("customer", 8_000_001), bot("courier", 8_000_002), bot("staff", 8_000_003)],
};
const organisationId = await foundOrganisation(deps, WANTED);
const [staffBot] = await world.owner<{ id: string }[]>`
  select id from bots where organisation_id = ${organisationId} and kind = 'staff'`;
const service = { authorization: `Bearer ${deps.config.SERVICE_TOKEN}`, "x-bot-id": staffBot!.id };
const codeIn = (link: { url: string } | null) => new URL(link!.url).searchParams.get("start")!;

/** Somebody who opens the staff bot and follows a link. */
async function follow(telegramId: number, code: string) {
  await world.caller(service).post("/people/meet", { telegramId, firstName: "Nodira", languageCode: "tg" });
  const person = world.caller({ ...service, "x-telegram-id": String(telegramId) });
  return { person, reply: await person.post("/members/join", { code }) };
}

describe("a business that begins", () => {
  it("has its bots sealed, a brand of its name, and nothing else", async () => {
    const rows = await world.owner`select kind, token_encrypted from bots where organisation_id = ${organisationId}`;
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain("AAaa");
    expect(await world.owner`select name from brands where organisation_id = ${organisationId}`).toEqual([
      { name: WANTED.name },
    ]);
    expect(await world.owner`select from branches where organisation_id = ${organisationId}`).toEqual([]);
  });

  it("cannot take a bot that works elsewhere, and leaves nothing behind then", async () => {
    const again = foundOrganisation(deps, { ...WANTED, name: "Copy" });
    await expect(again).rejects.toMatchObject(new Refusal("bot.already_known"));
    expect(await world.owner`select from organisations where name = 'Copy'`).toEqual([]);
  });
});

describe("the house's invitation", () => {
  it("makes whoever opens it first the owner, at once, and nobody after", async () => {
    const replaced = codeIn(await inviteOwner(deps, organisationId));
    const code = codeIn(await inviteOwner(deps, organisationId));
    expect((await follow(91_000, replaced)).reply).toMatchObject({ body: { code: "invitation.over" } });
    const [first, second] = await Promise.all([follow(91_001, code), follow(91_002, code)]);
    const replies = [first.reply, second.reply].map(({ body }) => body as MemberCard & { code?: string });
    expect(replies.map(({ status, code: no }) => no ?? status).sort()).toEqual(["active", "invitation.over"]);
    expect(await inviteOwner(deps, organisationId)).toBeNull();
  });

  it("is over after three days", async () => {
    const other = await foundOrganisation(deps, {
      ...WANTED,
      bots: [bot("staff", 8_000_009)],
    });
    const { expiresAt } = (await inviteOwner(deps, other))!;
    expect(expiresAt.getTime() - world.clock.now().getTime()).toBe(72 * 3_600_000);
  });
});

describe("the first owner", () => {
  it("speaks the organisation's language when theirs is none of ours, and opens the first branch", async () => {
    const [row] = await world.owner<{ telegram_id: string; language: string }[]>`
      select a.telegram_id, a.language from memberships m join accounts a on a.id = m.account_id
      where m.organisation_id = ${organisationId} and m.role = 'owner'`;
    expect(row!.language).toBe("uz");
    const owner = world.caller({ ...service, "x-telegram-id": row!.telegram_id });
    expect(((await owner.get("/bots")).body as BotList).bots).toHaveLength(3);
    const place = { addressText: "Registon", phone: null, point: { lat: 39.65, lng: 66.97 } };
    const body = { likeBranchId: null, name: { en: "Registon" }, ...place };
    const opened = (await owner.post("/branches", body)).body as BranchSettings;
    expect(opened).toMatchObject({ brandName: WANTED.name, currency: "UZS", timezone: "Asia/Samarkand" });
    expect(opened.hours).toHaveLength(7);
    // From now on there is one to copy.
    expect(await owner.post("/branches", body)).toMatchObject({ status: 404, body: { code: "branch.not_found" } });
  });
});
