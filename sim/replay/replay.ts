import postgres from "postgres";
import { seededRandom } from "#shared/kernel/random";
import type { CityOrder } from "#sim/bench/dispatch/city/read-day";
import { untilCalm } from "#sim/chaos/calm";
import { createJournal } from "#sim/chaos/journal";
import { judge } from "#sim/chaos/judge";
import { measureLoad } from "#sim/stack/process-load";
import { apiWire } from "./api-wire";
import { type Crowd, createCrowd, place } from "./customers";
import { createDispatcher } from "./dispatcher";
import { createHouse } from "./house";
import { cook } from "./kitchen";
import type { ReplayOptions } from "./options";
import { keepPace } from "./pace";
import { createStreet, type Play } from "./play";
import { createPlayTime } from "./play-time";
import { sharePositions } from "./positions";
import { showProgress } from "./progress";
import { startReplayStack } from "./replay-stack";
import { type ReplayReport, reportOf } from "./report";
import { createRider } from "./rider";
import { branchKey, type Scene } from "./scene";
import { seedCity } from "./seed-city";
import { telegramWire } from "./telegram/telegram-wire";

/** Couriers who work already come in so fast, in real time, before the first order. */
const ARRIVALS_PER_SECOND = 40;
/** Real seconds in which the processes come up. */
const BOOT_S = 6;
const WARM_UP_LEAST_S = 60;
const PHONES_PER_SECOND = 15;
/** After the last order; what is open then is a finding. */
const CALM_WITHIN_S = 4 * 3_600;
const CALM_LEAST_MS = 60_000;

/** Plays a scene through the product, started for it in `folder`. */
export async function replay(
  scene: Scene,
  options: ReplayOptions,
  folder: string,
  say: (line: string) => void,
): Promise<ReplayReport> {
  const { fromS, speed, seed } = options;
  const arrivalsS = Math.max(WARM_UP_LEAST_S, (scene.couriers.length / ARRIVALS_PER_SECOND) * speed);
  const startS = fromS - arrivalsS - (BOOT_S + phonesS(scene, options)) * speed;
  const time = createPlayTime(startS, speed);
  const stack = await startReplayStack(folder, time, options.through);
  const sql = postgres(stack.ownerUrl, { max: 2, onnotice: () => {} });
  try {
    const city = await seedCity(stack.ownerUrl, scene, time);
    time.begin(startS, speed, 0);
    await stack.startProcesses();
    const house = createHouse({ ...stack, bots: city.bots });
    const street = createStreet();
    const play: Play = { house, time, city, journal: createJournal(), random: seededRandom(seed), street };
    const { postgres: database, redis } = stack.servers;
    const load = measureLoad(pidsOf({ ...stack.processes, postgres: database, redis }));

    const wire = stack.telegram ? await telegramWire(play, stack.telegram, sql) : apiWire(play, stack.redisUrl);
    const riders = scene.couriers.map((courier) => {
      const telegramId = city.couriers.get(courier.id)!;
      return createRider(play, { courier, telegramId, hands: wire.handsOf(telegramId) });
    });
    const crowd = createCrowd(play);
    wire.listen(riders, createDispatcher(play));
    const positions = sharePositions(play, riders, wire.share);
    const pace = keepPace({ house, time, wire, stack, sql }, say);
    let isOver = false;
    void showProgress({ time, riders, pace, sql, isOver: () => isOver }, say);

    const firstS = time.nowS();
    for (const [n, rider] of riders.entries()) void rider.work(firstS + ((fromS - firstS) * n) / riders.length);
    const told = new Map<string, Told>();
    const played = async () => {
      await Promise.all(scene.orders.map((order) => playOrder(play, crowd, order, told)));
      return untilCalm(stack.ownerUrl, Math.max(CALM_LEAST_MS, time.realMs(CALM_WITHIN_S)));
    };
    const calm = await Promise.race([played(), pace.broken]);
    isOver = true;
    await Promise.all([pace.stop(), positions.stop()]);

    const heard = await wire.judge((orderId) => told.get(orderId)!.cook);
    const verdict = await judge(stack.ownerUrl, play.journal, heard);
    const loads = load.read();
    load.stop();
    return await reportOf({ play, sql, stack, told, verdict, calm, loads, pace, notifyMs: wire.lagMs, options });
  } finally {
    await sql.end({ timeout: 5 });
    await stack.stop();
  }
}

/** Real seconds until everybody has a phone and is greeted. */
const phonesS = ({ couriers, customers, branches }: Scene, { through }: ReplayOptions): number =>
  through === "telegram" ? (couriers.length + customers + branches.length) / PHONES_PER_SECOND : 0;

/** What a customer was told when the order was placed, and who cooks it. */
export type Told = { promisedMs: number; cook: number };

async function playOrder(play: Play, crowd: Crowd, order: CityOrder, told: Map<string, Told>): Promise<void> {
  await play.time.until(order.placedS);
  const placed = await place(play, await crowd.takeOne(), order);
  if (!placed) return;
  const { orderId, promisedMs } = placed;
  told.set(orderId, { promisedMs, cook: play.city.branches.get(branchKey(order.pickup))!.cook });
  await cook(play, order, orderId);
}

const pidsOf = (processes: Record<string, { pid(): number | null }>) =>
  Object.fromEntries(Object.entries(processes).map(([name, process]) => [name, () => process.pid()]));
