import type { Page } from "playwright-core";
import type { Id } from "#shared/kernel/ids";
import { PHONE_CLIENT, signedAddress } from "#sim/budgets/signed-page";
import type { BrowserWorld, MiniApp } from "#sim/testing/browser-world";
import { COUNTER, confirmed, offersTo, ok, share, startWork } from "#sim/testing/courier-at-work";
import { p95 } from "./frame-costs";

const PROBES = 60;
const EVERY_MS = 300;
const SILENCE_MS = 10_000;
/** Degrees that no other courier of the bench is at. */
const STEP = 0.000_01;

/** Milliseconds from a courier's report until a browser has it, at the 95th percentile. */
export type DeviceToScreen = { probes: number; boardP95Ms: number; customerP95Ms: number };

/** The seed's first courier with the customer's order on board. In a city with a thousand others it would be somebody else's. */
export async function carry(world: BrowserWorld): Promise<Id> {
  await startWork(world, "courier1");
  const { orderId, deliveryId } = await confirmed(world);
  const [offer] = await until(() => offersTo(world, "courier1")); // the worker's round, not ours
  ok(await world.as("courier1").post(`/offers/${offer!.id}/accept`));
  ok(await world.as("courier1").post(`/deliveries/${deliveryId}/arrive`, { at: "pickup" }));
  ok(await world.as("courier1").post(`/deliveries/${deliveryId}/pick-up`));
  return orderId;
}

/**
 * That courier reports where he is, and a dispatcher's board and the customer's page hear it: the whole way over HTTP,
 * Redis and the socket into the browser. To be called while the city moves.
 */
export async function deviceToScreen(world: BrowserWorld, orderId: Id): Promise<DeviceToScreen> {
  const screens = [
    await listen(world, "dispatcher", "dispatch"),
    await listen(world, "customer", "track", `?order=${orderId}`),
  ];
  const times: number[][] = [[], []];
  for (let probe = 1; probe <= PROBES; probe += 1) {
    const lat = Number((COUNTER.lat + probe * STEP).toFixed(6));
    const sentAtMs = performance.now();
    const heard = screens.map((screen) => screen.hears(String(lat)));
    await share(world, "courier1", { ...COUNTER, lat });
    for (const [index, atMs] of (await Promise.all(heard)).entries()) times[index]!.push(atMs - sentAtMs);
    await Bun.sleep(Math.max(0, EVERY_MS - (performance.now() - sentAtMs)));
  }
  await Promise.all(screens.map(({ page }) => page.context().close()));
  const [boardP95Ms, customerP95Ms] = times.map((own) => Math.round(p95(own)));
  return { probes: PROBES, boardP95Ms: boardP95Ms!, customerP95Ms: customerP95Ms! };
}

async function until<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (let seen = await look(); ; seen = await look()) {
    if (seen.length > 0) return seen;
    await Bun.sleep(200);
  }
}

type Screen = { page: Page; hears(text: string): Promise<number> };

/** A mini-app whose socket is watched. */
async function listen(world: BrowserWorld, person: string, app: MiniApp, path?: string): Promise<Screen> {
  const context = await world.browser.newContext();
  await context.addInitScript(PHONE_CLIENT);
  const page = await context.newPage();
  const waiting = new Map<string, (atMs: number) => void>();
  const subscribed = new Promise<void>((resolve) => {
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        const text = String(payload);
        if (text.includes('"subscribed"')) resolve();
        for (const [wanted, tell] of waiting) if (text.includes(wanted)) tell(performance.now());
      }),
    );
  });
  await page.goto(signedAddress(world, person, app, path));
  await subscribed;
  const hears = (text: string) =>
    new Promise<number>((resolve, reject) => {
      const silence = setTimeout(() => reject(new Error(`${app} never heard of ${text}`)), SILENCE_MS);
      waiting.set(text, (atMs) => {
        clearTimeout(silence);
        waiting.delete(text);
        resolve(atMs);
      });
    });
  return { page, hears };
}
