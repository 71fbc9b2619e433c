import { setTimeout as pause } from "node:timers/promises";
import type { Cast, Extra } from "./cast";
import { noteOffer, noteStatus } from "./journal";
import { type Floor, listOf } from "./shop-floor";

const DECLINE_SHARE = 0.12;
const POSITION_EVERY_MS = 10_000;
const TRIP_EVERY_MS = 4_000;
const PAUSE_MS = 400;

type Stop = { kind: "pickup" | "dropoff"; status: string; deliveryId: string; orderId: string; pinLocked: boolean };
type Trip = { id: string; stops: Stop[] };

/** Every courier goes online, answers offers and drives what he got, as fast as the API answers. */
export const runRiders = async (floor: Floor): Promise<void> => {
  await Promise.all(floor.cast.couriers.map((courier, index) => ride(floor, courier, index)));
};

async function ride(floor: Floor, courier: Extra, index: number): Promise<void> {
  const { random, until } = floor;
  let reportedMs = Number.NEGATIVE_INFINITY;
  let lookedMs = Number.NEGATIVE_INFINITY;
  await pause(random() * 1_000);
  while (!until()) {
    const nowMs = performance.now();
    if (nowMs - reportedMs > POSITION_EVERY_MS && (await report(floor, courier, index))) reportedMs = nowMs;
    const hasMore = await answerOffers(floor, courier);
    // Nobody asks for a trip that he cannot have; now and then, since a dispatcher may have given him one.
    if (hasMore || nowMs - lookedMs > TRIP_EVERY_MS) {
      if (await drive(floor, courier)) lookedMs = nowMs;
      else lookedMs = Number.NEGATIVE_INFINITY;
    }
    await pause(PAUSE_MS + random() * PAUSE_MS);
  }
}

/** @returns whether the house knows where he is */
async function report({ cast, random }: Floor, courier: Extra, index: number): Promise<boolean> {
  const home = cast.branches[index % cast.branches.length]!;
  await courier.call("POST", "/couriers/me/go-online", {});
  const position = { lat: home.lat + (random() - 0.5) * 0.01, lng: home.lng + (random() - 0.5) * 0.01 };
  const told = await courier.call("POST", "/couriers/me/positions", {
    positions: [{ atMs: Date.now(), ...position }],
  });
  return told?.status === 200;
}

/** @returns whether he has taken something */
async function answerOffers({ journal, random, closing, shown }: Floor, courier: Extra): Promise<boolean> {
  const reply = await courier.call("GET", "/offers");
  let hasMore = false;
  for (const { id } of listOf<{ id: string }>(reply?.body.offers)) {
    noteOffer(journal, id, courier.telegramId);
    if (!shown.offer(courier.telegramId, id)) continue;
    if (random() < DECLINE_SHARE && !closing()) {
      await courier.call("POST", `/offers/${id}/decline`, { reason: "too_far" });
      continue;
    }
    const taken = await courier.call("POST", `/offers/${id}/accept`, {});
    if (taken?.status !== 200) continue;
    hasMore = true;
    const stops = taken.body.stops as Stop[];
    journal.accepted.set(id, {
      courier: courier.telegramId,
      deliveryIds: [...new Set(stops.map((stop) => stop.deliveryId))],
    });
  }
  return hasMore;
}

/** @returns whether nothing is left to carry */
async function drive(floor: Floor, courier: Extra): Promise<boolean> {
  const reply = await courier.call("GET", "/trips/current");
  if (reply?.status !== 200) return false;
  for (const trip of listOf<Trip>(reply?.body.trips))
    for (const stop of trip.stops) {
      if (stop.status !== "pending" && stop.status !== "arrived") continue;
      if (!(await visit(floor, courier, stop))) return false;
    }
  return true;
}

/** @returns whether the stop is behind him */
async function visit({ cast, journal, shown }: Floor, courier: Extra, stop: Stop): Promise<boolean> {
  if (!shown.stop(courier.telegramId, stop)) return false;
  if (stop.kind === "pickup") {
    const done = await courier.call("POST", `/deliveries/${stop.deliveryId}/pick-up`, {});
    if (done?.status === 200) noteStatus(journal, stop.orderId, "picked_up");
    return done?.status === 200;
  }
  const pin = await pinOf(cast, journal, stop.orderId);
  if (!pin) return false;
  const done = await courier.call("POST", `/deliveries/${stop.deliveryId}/hand-over`, { proof: { kind: "pin", pin } });
  if (done?.status !== 200) return false;
  journal.handedOver.set(stop.deliveryId, courier.telegramId);
  noteStatus(journal, stop.orderId, "delivered");
  return true;
}

/** The customer reads the PIN out at the door. */
async function pinOf(cast: Cast, journal: Floor["journal"], orderId: string): Promise<string | null> {
  const attempt = [...journal.attempts.values()].find((one) => one.orderId === orderId);
  const customer = cast.customers.find((one) => one.telegramId === attempt?.customer);
  const seen = await customer?.call("GET", `/orders/${orderId}`);
  const delivery = seen?.body.delivery as { pin?: string } | null | undefined;
  return delivery?.pin ?? null;
}
