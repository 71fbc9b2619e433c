import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#shared/kernel/random";
import { type StartPage, serveStartPage } from "#sim/start-page/start-page";
import { placed } from "#sim/testing/place";
import { createTelegramWorld, type TelegramWorld } from "#sim/testing/telegram-world";
import { CITY_CUSTOMERS } from "./cast";
import { type City, startCity } from "./city";
import { furnishCity } from "./furnish-city";
import { settleCity } from "./settle-city";

/** Business seconds in one of the machine, on which everybody else lives as well. */
const SPEED = 4;
const WITHIN_MS = 240_000;

let world: TelegramWorld;
let city: City;
let page: StartPage;
let sql: postgres.Sql;
const problems: unknown[] = [];

beforeAll(async () => {
  world = await createTelegramWorld({ speed: SPEED });
  await settleCity(world.ownerUrl, { newId: world.deps.newId, at: world.clock.now() });
  await furnishCity(world.telegram.client.call);
  city = await startCity({
    telegram: world.telegram,
    clock: world.clock,
    random: seededRandom(7),
    seed: 1,
    ordersPerHour: 720,
    people: { customers: 2, couriers: 2 },
    pace: { speedKmh: 300, cooksMs: [2_000, 6_000] },
    problem: (error) => problems.push(error),
  });
  sql = postgres(world.ownerUrl, { max: 1, onnotice: () => {} });
  const places = { phonesUrl: world.telegram.url, token: world.telegram.token, apiUrl: "http://localhost" };
  const { call } = world.telegram.client;
  page = serveStartPage({ port: 0, sql, clock: world.clock, call, parts: [], places, hasCity: true });
}, 120_000);
afterAll(async () => {
  await city?.stop();
  await page?.stop();
  await sql?.end();
  await world?.close();
}, 120_000);

const delivered = async () =>
  (await world.owner`select count(*)::int as n from orders where status = 'delivered'`)[0]!.n as number;
const shown = async () => (await fetch(page.url, { headers: { "accept-language": "en" } })).text();

describe("a city", () => {
  it(
    "orders, cooks, drives and hands over with nobody's help, and ticks nothing for it",
    async () => {
      await expect.poll(delivered, { timeout: WITHIN_MS, interval: 1_000 }).toBeGreaterThanOrEqual(1);
      expect(problems).toEqual([]);
      expect(await shown()).not.toContain('class="done"');
    },
    WITHIN_MS,
  );

  it(
    "brings a newcomer's order too, which is ticked",
    async () => {
      await world.chat("customer"); // the phone on which the PIN will stand
      const { id } = await placed(world);
      expect(await shown()).toContain('data-live="step-order" class="done"');
      const status = async () => (await world.owner`select status from orders where id = ${id}`)[0]?.status;
      await expect.poll(status, { timeout: WITHIN_MS, interval: 1_000 }).toBe("delivered");
      expect(await shown()).not.toContain('data-live="step-kitchen" class="done"');
    },
    WITHIN_MS,
  );

  it("lets go of a phone that somebody else uses", async () => {
    const [{ telegramId, firstName }] = CITY_CUSTOMERS as [(typeof CITY_CUSTOMERS)[0]];
    const phone = await world.telegram.client.phoneOf(telegramId);
    await (await phone.open("peyk_order_bot")).type("/help");
    await expect.poll(shown).toContain(`${firstName}, until`);
  });
});
