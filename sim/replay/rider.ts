import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { TripStop, TripView } from "#shared/contracts/trip";
import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import type { CityCourier } from "#sim/bench/dispatch/city/read-day";
import { rideSeconds } from "#sim/bench/dispatch/city/ride";
import { noteOffer, noteStatus } from "#sim/chaos/journal";
import { pinOf } from "./customers";
import { between, type Play } from "./play";

export type Doing = "off" | "resting" | "riding" | "waiting";

/** A courier: comes to work, answers what is offered, rides, waits at counters, hands over, goes home. */
export type Rider = {
  telegramId: number;
  isOnline(): boolean;
  doing(): Doing;
  /** Where he is at this moment. */
  where(): Point;
  hear(claim: ClaimedNotification): void;
  /** His whole shift, begun not before `fromS`; resolves when he is home. */
  work(fromS: Seconds): Promise<void>;
};

/** Until he has read an offer and tapped. */
const THINKS_S = { least: 2, most: 8 };
const DECLINES = 0.03;
/** A ride takes so many times as long as it should. */
const PACE = { least: 0.85, most: 1.2 };
/** On foot at the doors: parking and walking before, walking back after. */
const AT_COUNTER_S = { before: { least: 30, most: 75 }, after: 30 };
const AT_DOOR_S = { before: { least: 45, most: 120 }, after: 30 };
const TRIES_AGAIN_AFTER_S = 15;

type Leg = { from: Point; to: Point; startS: Seconds; endS: Seconds };

export function createRider(play: Play, courier: CityCourier, telegramId: number): Rider {
  const { house, time, journal, random, street } = play;
  const ask = house.as("courier", telegramId);
  let online = false;
  let doing: Doing = "off";
  let leg: Leg = { from: courier.home, to: courier.home, startS: 0, endS: 0 };
  let driving: Promise<void> | null = null;
  let news = false;

  const where = (): Point => {
    const share = leg.endS > leg.startS ? Math.min(1, (time.nowS() - leg.startS) / (leg.endS - leg.startS)) : 1;
    const along = (a: number, b: number) => a + (b - a) * share;
    return { lat: along(leg.from.lat, leg.to.lat), lng: along(leg.from.lng, leg.to.lng) };
  };

  async function rideTo(to: Point): Promise<void> {
    const from = where();
    const startS = time.nowS();
    const endS = startS + rideSeconds(from, to, courier.vehicle) * between(random, PACE.least, PACE.most);
    leg = { from, to, startS, endS };
    doing = "riding";
    await time.until(endS);
    doing = "waiting";
  }

  async function answer(offerId: string): Promise<void> {
    noteOffer(journal, offerId, telegramId);
    await time.pass(between(random, THINKS_S.least, THINKS_S.most));
    if (random() < DECLINES) return void (await ask("POST", `/offers/${offerId}/decline`, { reason: "too_far" }));
    const reply = await ask("POST", `/offers/${offerId}/accept`, {});
    if (reply.status !== 200) return;
    const stops = reply.body.stops as TripStop[];
    const deliveryIds = [...new Set(stops.map(({ deliveryId }) => deliveryId))];
    journal.accepted.set(offerId, { courier: telegramId, deliveryIds });
    drive();
  }

  /** Whatever he has is driven to its end; what comes meanwhile is driven after it. */
  function drive(): void {
    news = true;
    driving ??= (async () => {
      while (news) {
        news = false;
        for (let stop = await nextStop(); stop; stop = await nextStop())
          if (!(await visit(stop))) await time.pass(TRIES_AGAIN_AFTER_S);
      }
      doing = "resting";
      driving = null;
    })();
  }

  async function nextStop(): Promise<TripStop | undefined> {
    const { body } = await ask("GET", "/trips/current");
    const trips = (body.trips ?? []) as TripView[];
    return trips.flatMap(({ stops }) => stops).find(({ status }) => status === "pending" || status === "arrived");
  }

  /** @returns whether it is behind him */
  async function visit({ kind, point, deliveryId, orderId, status }: TripStop): Promise<boolean> {
    if (status === "pending") {
      await rideTo(point);
      await ask("POST", `/deliveries/${deliveryId}/arrive`, { at: kind });
    }
    return kind === "pickup" ? fetchFood(deliveryId, orderId) : bring(deliveryId, orderId);
  }

  async function fetchFood(deliveryId: string, orderId: string): Promise<boolean> {
    await time.pass(between(random, AT_COUNTER_S.before.least, AT_COUNTER_S.before.most));
    await street.onCounter(orderId);
    const done = await ask("POST", `/deliveries/${deliveryId}/pick-up`, {});
    if (done.status === 200) noteStatus(journal, orderId, "picked_up");
    await time.pass(AT_COUNTER_S.after);
    return done.status === 200;
  }

  async function bring(deliveryId: string, orderId: string): Promise<boolean> {
    await time.pass(between(random, AT_DOOR_S.before.least, AT_DOOR_S.before.most));
    const pin = await pinOf(play, orderId);
    if (!pin) return false;
    const done = await ask("POST", `/deliveries/${deliveryId}/hand-over`, { proof: { kind: "pin", pin } });
    if (done.status !== 200) return false;
    journal.handedOver.set(deliveryId, telegramId);
    noteStatus(journal, orderId, "delivered");
    await time.pass(AT_DOOR_S.after);
    return true;
  }

  return {
    telegramId,
    isOnline: () => online,
    doing: () => doing,
    where,
    hear({ notification, view }) {
      if (notification.kind === "offer.made" && view.kind === "offer" && view.offer.status === "live")
        void answer(notification.offerId);
      // A dispatcher may have given him a trip that he was never asked about.
      if (notification.kind === "trip.card") drive();
    },
    async work(fromS) {
      await time.until(Math.max(fromS, courier.onS));
      await ask("POST", "/couriers/me/go-online", {});
      online = true;
      doing = "resting";
      await time.until(courier.offS);
      for (;;) {
        await driving;
        const home = await ask("POST", "/couriers/me/go-offline", {});
        if (home.status === 200) break;
        await time.pass(TRIES_AGAIN_AFTER_S);
      }
      online = false;
      doing = "off";
    },
  };
}
