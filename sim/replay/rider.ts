import type { TripStop } from "#shared/contracts/trip";
import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import type { CityCourier } from "#sim/bench/dispatch/city/read-day";
import { rideSeconds } from "#sim/bench/dispatch/city/ride";
import { noteOffer, noteStatus } from "#sim/chaos/journal";
import { type CourierHands, stopsAhead } from "./courier-hands";
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
  /** He is asked. */
  hearOffer(offerId: string): void;
  /** Something about his trips is new: a dispatcher may have given him one that he was never asked about. */
  hearTrip(): void;
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

type Staffed = { courier: CityCourier; telegramId: number; hands: CourierHands };

export function createRider(play: Play, { courier, telegramId, hands }: Staffed): Rider {
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
    if (random() < DECLINES) return hands.decline(offerId);
    const deliveryIds = await hands.accept(offerId);
    if (!deliveryIds) return;
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
    return (await stopsAhead(ask)).find(({ status }) => status === "pending" || status === "arrived");
  }

  /** @returns whether it is behind him */
  async function visit(stop: TripStop): Promise<boolean> {
    const { kind, deliveryId, orderId } = stop;
    if (stop.status === "pending") {
      await rideTo(stop.point);
      await hands.arrive(stop);
    }
    return kind === "pickup" ? fetchFood(deliveryId, orderId) : bring(deliveryId, orderId);
  }

  async function fetchFood(deliveryId: string, orderId: string): Promise<boolean> {
    await time.pass(between(random, AT_COUNTER_S.before.least, AT_COUNTER_S.before.most));
    await street.onCounter(orderId);
    const done = await hands.pickUp(deliveryId);
    if (done) noteStatus(journal, orderId, "picked_up");
    await time.pass(AT_COUNTER_S.after);
    return done;
  }

  async function bring(deliveryId: string, orderId: string): Promise<boolean> {
    await time.pass(between(random, AT_DOOR_S.before.least, AT_DOOR_S.before.most));
    const pin = await pinOf(play, orderId);
    if (!pin || !(await hands.handOver(deliveryId, pin))) return false;
    street.served(orderId);
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
    hearOffer: (offerId) => void answer(offerId),
    hearTrip: () => online && drive(),
    async work(fromS) {
      await time.until(Math.max(fromS, courier.onS));
      await hands.goToWork(courier.home);
      online = true;
      doing = "resting";
      await time.until(courier.offS);
      for (;;) {
        await driving;
        if (await hands.goHome()) break;
        await time.pass(TRIES_AGAIN_AFTER_S);
      }
      online = false;
      doing = "off";
    },
  };
}
