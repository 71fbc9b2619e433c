import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import type { Milliseconds } from "#shared/kernel/units";
import type { Pace } from "./pace";
import type { PlayTime } from "./play-time";
import type { Rider } from "./rider";

const EVERY_MS: Milliseconds = 5_000;

type Watched = { time: PlayTime; riders: readonly Rider[]; pace: Pace; sql: postgres.Sql; isOver: () => boolean };

/** A line every five seconds: the time of the play, orders and couriers by state, and how far the machine is behind. */
export async function showProgress(
  { time, riders, pace, sql, isOver }: Watched,
  say: (line: string) => void,
): Promise<void> {
  for (;;) {
    await pause(EVERY_MS);
    if (isOver()) return;
    const orders = await sql<{ status: string; count: number }[]>`
      select status, count(*)::int from orders group by status order by status`;
    const couriers = [...Map.groupBy(riders, (rider) => rider.doing())].map(([doing, all]) => `${doing} ${all.length}`);
    const states = orders.map(({ status, count }) => `${status} ${count}`);
    const { s: lagS, with: what } = pace.lag();
    const lag = `lag ${lagS.toFixed(1)} s (${what})`;
    say(
      `${clockText(time.nowS())} ×${time.speed()} | ${states.join(", ") || "no orders"} | ${couriers.sort().join(", ")} | ${lag}`,
    );
  }
}

const DAY_S = 86_400;

/** "18:05:09"; a play that begins before its day is still in the evening before. */
export function clockText(sinceMidnightS: number): string {
  const s = sinceMidnightS < 0 ? sinceMidnightS + DAY_S : sinceMidnightS;
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${part(s / 3_600)}:${part((s % 3_600) / 60)}:${part(s % 60)}`;
}
