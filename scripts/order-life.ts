/**
 * One order's whole life over HTTP, in ten steps, against a running `npm start`: `npm run order-life`. Each step prints
 * the request as curl would send it and what came back.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PEOPLE } from "#drizzle/seed/tashkent";
import type { RunnableBots } from "#shared/contracts/bots";
import type { BranchView } from "#shared/contracts/branch";
import type { CourierView } from "#shared/contracts/courier";
import type { MenuView } from "#shared/contracts/menu";
import type { OfferView } from "#shared/contracts/offer";
import type { OrderSummary, OrderView } from "#shared/contracts/order";
import type { QuoteView } from "#shared/contracts/quote";
import type { TripView } from "#shared/contracts/trip";
import { distanceMetres } from "#shared/kernel/geo";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { runningAddresses } from "./start/instance";
import { dataFolder } from "./start/open-data";

const data = dataFolder(join(import.meta.dir, ".."));
const url = process.env.PEYK_URL ?? runningAddresses(join(data, "running.json"))?.API_URL ?? "http://localhost:3000";
const secrets = join(data, "secrets.json");
const serviceToken =
  process.env.SERVICE_TOKEN ?? (existsSync(secrets) ? JSON.parse(readFileSync(secrets, "utf8")).SERVICE_TOKEN : "");

type Headers = Record<string, string>;

/** @throws Error with the answer when it is a "no" */
async function call<Answer>(who: Headers, method: string, path: string, body?: unknown): Promise<Answer> {
  console.log(`    ${method} ${path}${body ? ` ${JSON.stringify(body)}` : ""}`);
  const headers = { authorization: `Bearer ${serviceToken}`, "content-type": "application/json", ...who };
  const reply = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const answer = await reply.text();
  if (!reply.ok) throw new Error(`${reply.status} ${answer}`);
  return JSON.parse(answer) as Answer;
}

const step = (number: number, what: string) => console.log(`\n${number}. ${what}`);
const shows = (what: unknown) => console.log(`    → ${JSON.stringify(what)}`);

const { bots } = await call<RunnableBots>({}, "GET", "/bots/runnable").catch((error: Error) => {
  console.error(`Nothing answers at ${url}. Run npm start in another terminal first. (${error.message})`);
  process.exit(1);
});
/** Somebody of the example business, as their bot speaks for them. */
const as = (key: string): Headers => {
  const person = PEOPLE.find((one) => one.key === key)!;
  const bot = bots.find((one) => one.kind === BOT_OF_ROLE[person.roles[0]!]);
  return { "x-bot-id": bot!.id, "x-telegram-id": String(person.telegramId) };
};
const [customer, kitchen, dispatcher, courier] = [as("customer"), as("kitchen"), as("dispatcher"), as("courier1")];

step(1, "The customer asks who brings something to her door.");
const door = { lat: 41.313, lng: 69.281 };
const branches = await call<BranchView[]>(customer, "GET", `/branches/?lat=${door.lat}&lng=${door.lng}`);
const [branch] = branches
  .filter((one) => one.delivery && one.open)
  .sort((a, b) => distanceMetres(a.point, door) - distanceMetres(b.point, door)) as [BranchView];
shows(branches.map((one) => [one.name.en, one.delivery?.feeMinor]));

step(2, "She looks at a menu.");
const { categories } = await call<MenuView>(customer, "GET", `/branches/${branch.id}/menu`);
const items = categories.flatMap((category) => category.items);
const item = items.find((one) => one.available && one.modifierGroups.every((group) => group.minChoices === 0))!;
shows([item.name.en, item.priceMinor]);

step(3, "She asks what it costs and when it comes.");
const wanted = {
  branchId: branch.id,
  dropoff: { ...door, text: "Navoi street 12" },
  lines: [{ itemId: item.id, quantity: 4 }],
};
const quote = await call<QuoteView>(customer, "POST", "/quotes", wanted);
shows({ total: quote.totalMinor, fee: quote.feeMinor, promisedAt: quote.promisedAt });

step(4, "She places the order. The same key again would be the same order.");
const key = `order-life-${Date.now()}`;
const order = await call<OrderSummary>({ ...customer, "x-idempotency-key": key }, "POST", "/orders", {
  ...wanted,
  fingerprint: quote.fingerprint,
  paymentMethod: "cash",
  cashGivenMinor: quote.totalMinor,
});
shows({ code: order.code, status: order.status });

step(5, "The kitchen is rung, and confirms.");
await call(kitchen, "POST", `/orders/${order.id}/confirm`, { readyInMinutes: 0 });

step(6, "A courier goes online beside the branch, and the dispatcher wants him to have it: others may be near.");
const { id: courierId } = await call<CourierView>(courier, "POST", "/couriers/me/go-online", {});
const here = { atMs: Date.now(), ...branch.point };
await call(courier, "POST", "/couriers/me/positions", { positions: [here] });
const { delivery: waiting } = await call<OrderView>(dispatcher, "GET", `/orders/${order.id}`);
await call(dispatcher, "PUT", `/deliveries/${waiting!.id}/pinned-courier`, { courierId });

step(7, "The dispatch round finds him.");
const offer = await untilFound(async () => {
  const { offers } = await call<{ offers: OfferView[] }>(courier, "GET", "/offers");
  const mine = offers.find((one) => one.orders.some(({ orderCode }) => orderCode === order.code));
  // Orders that somebody left lying about come first; this courier has no time for them.
  const others = offers.filter((one) => one !== mine);
  for (const { id } of others) await call(courier, "POST", `/offers/${id}/decline`, { reason: "busy" });
  return mine;
});
shows({ pay: offer.payMinor, pickupMetres: offer.pickupMetres, expiresAt: offer.expiresAt });

step(8, "He accepts, and picks up.");
const trip = await call<TripView>(courier, "POST", `/offers/${offer.id}/accept`, {});
const { deliveryId } = trip.stops.find((stop) => stop.orderId === order.id)!;
await call(courier, "POST", `/deliveries/${deliveryId}/arrive`, { at: "pickup" });
await call(courier, "POST", `/deliveries/${deliveryId}/pick-up`, {});

step(9, "At the door she reads him her PIN.");
const { delivery } = await call<OrderView>(customer, "GET", `/orders/${order.id}`);
await call(courier, "POST", `/deliveries/${deliveryId}/hand-over`, { proof: { kind: "pin", pin: delivery?.pin } });

step(10, "She rates him. This was the order's life:");
await call(customer, "POST", `/orders/${order.id}/ratings`, { about: "courier", stars: 5 });
const { timeline, status, payment } = await call<OrderView>(customer, "GET", `/orders/${order.id}`);
for (const entry of timeline) console.log(`    ${entry.at}  ${entry.doneBy.padEnd(10)} ${entry.action} → ${entry.to}`);
shows({ status, payment });
// Home, unless an order of an earlier try is still in his bag.
await call(courier, "POST", "/couriers/me/go-offline", {}).catch(() =>
  console.log("    (he still carries another order)"),
);

async function untilFound<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = await ask();
    if (found) return found;
    await pause(500);
  }
  throw new Error("no offer came within half a minute; npm run order-life needs a running worker");
}
