import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MeView } from "#shared/contracts/people";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());

const { deps, seeded, owner } = world;
let telegramId = 8_000_000;
const stranger = (change: object = {}) => ({ telegramId: ++telegramId, firstName: "Aziz", ...change });
const meet = (person: object, kind: "customer" | "courier" | "staff" = "customer") =>
  world.asBot(kind).post("/people/meet", person);

beforeEach(async () => {
  await owner`update bot_chats set unreachable_at = null`;
});

describe("meeting somebody", () => {
  it("makes one account, however many of their first messages come at once", async () => {
    const person = stranger();
    const replies = await Promise.all([1, 2, 3, 4].map(() => meet(person)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(replies.map(({ body }) => (body as MeView).accountId)).size).toBe(1);
  });

  it("takes the language from Telegram once, and then leaves it to the person", async () => {
    const person = stranger({ languageCode: "ru" });
    expect((await meet(person)).body).toMatchObject({ language: "ru", roles: ["customer"] });
    const me = world.caller({
      authorization: `Bearer ${deps.config.SERVICE_TOKEN}`,
      "x-bot-id": seeded.bots.customer!,
      "x-telegram-id": String(person.telegramId),
    });
    expect((await me.put("/me/language", { language: "uz" })).body).toMatchObject({ language: "uz" });
    expect((await meet(person)).body).toMatchObject({ language: "uz" });
    expect((await me.get("/me")).body).toMatchObject({ language: "uz" });
  });

  it("keeps the name as it is now", async () => {
    const person = stranger();
    await meet(person);
    expect((await meet({ ...person, firstName: "Aziza", lastName: null })).body).toMatchObject({ firstName: "Aziza" });
  });

  it("keeps names with characters that are no text, without those", async () => {
    expect((await meet(stranger({ firstName: "Zu\0h\ud800ra 🌙" }))).body).toMatchObject({
      firstName: "Zuh\ufffdra 🌙",
    });
  });

  it("gives nobody a role in the courier or the staff bot", async () => {
    const person = stranger();
    for (const kind of ["courier", "staff"] as const)
      expect((await meet(person, kind)).body).toMatchObject({ roles: [], permissions: [], courierId: null });
  });

  it("knows staff by the staff bot, and as a customer elsewhere", async () => {
    expect((await world.as("manager").get("/me")).body).toMatchObject({ roles: ["manager"], branches: "all" });
    expect((await world.as("manager", "customer").get("/me")).body).toMatchObject({ roles: ["customer"] });
  });

  it("refuses what cannot be a person of Telegram's", async () => {
    for (const bad of [{}, stranger({ telegramId: 0 }), stranger({ telegramId: 1e300 }), stranger({ firstName: 7 })])
      expect(await meet(bad)).toMatchObject({ status: 422, body: { code: "request.invalid" } });
  });
});

describe("being on duty", () => {
  const shifts = async () => (await owner`select ended_at from staff_shifts`).length;

  it("is one stretch, however often it is said", async () => {
    await Promise.all([1, 2, 3].map(() => world.as("dispatcher").post("/me/shift/start")));
    expect(await shifts()).toBe(1);
    expect((await world.as("dispatcher").get("/me")).body).toMatchObject({ onShift: true });
    expect((await world.as("dispatcher").post("/me/shift/end")).body).toEqual({ onShift: false, since: null });
    expect((await world.as("dispatcher").get("/me")).body).toMatchObject({ onShift: false });
  });

  it("is for staff", async () => {
    expect(await world.as("customer").post("/me/shift/start")).toMatchObject({ status: 403 });
  });
});

describe("somebody who blocked the bot", () => {
  const block = () => world.asBot("customer").post("/people/unreachable", { telegramId: 9_000_010 });
  const openOrder = async () => {
    const id = deps.newId();
    await owner`insert into orders (organisation_id, id, code, branch_id, account_id, bot_id, status, status_at, version,
        fulfilment, payment_method, currency, subtotal_minor, fee_minor, total_minor, placed_at, promised_at)
      values (${seeded.organisationId}, ${id}, 'ABCDE', ${seeded.branches.plov!}, ${seeded.accounts.customer!},
        ${seeded.bots.customer!}, 'placed', now(), 1, 'pickup', 'cash', 'UZS', 100, 0, 100, now(), now())`;
    return id;
  };

  it("with an open order rings the staff once, until they are back", async () => {
    const orderId = await openOrder();
    await Promise.all([block(), block()]);
    const ringing = () => owner`select state from alerts where subject_id = ${orderId}`;
    expect(await ringing()).toEqual([{ state: "ringing" }]);
    await world.asBot("customer").post("/people/meet", { telegramId: 9_000_010, firstName: "Malika" });
    expect(await ringing()).toEqual([{ state: "resolved" }]);
    await owner`update orders set status = 'delivered', closed_at = now() where id = ${orderId}`;
  });

  it("rings nobody any more once the order is over", async () => {
    const orderId = await openOrder();
    await block();
    await world.as("kitchen").post(`/orders/${orderId}/reject`, { reason: "too_busy" });
    expect(
      await owner`select state from alerts where subject_id = ${orderId} and kind = 'customer_unreachable'`,
    ).toEqual([{ state: "resolved" }]);
  });

  it("without one rings nobody", async () => {
    await block();
    expect(await owner`select id from alerts where state = 'ringing'`).toEqual([]);
  });

  it("and was never seen before is nobody to mark", async () => {
    const reply = await world.asBot("customer").post("/people/unreachable", { telegramId: 5 });
    expect(reply).toMatchObject({ status: 200 });
  });
});
