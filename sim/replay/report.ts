import type postgres from "postgres";
import { mean, quantile } from "#sim/bench/dispatch/statistics";
import type { untilCalm } from "#sim/chaos/calm";
import type { Verdict } from "#sim/chaos/judge";
import type { Load } from "#sim/stack/process-load";
import { alertsOf, counterTimes, matchTimes, orderFates, roundTimes } from "./figures";
import { errorsInLogs } from "./log-errors";
import type { ReplayOptions } from "./options";
import type { Pace } from "./pace";
import type { Play } from "./play";
import type { Told } from "./replay";
import type { ReplayStack } from "./replay-stack";

/** `figures` is the line of JSON; the rest is for people. */
export type ReplayReport = {
  figures: Record<string, number>;
  loads: Record<string, Load>;
  violations: string[];
  /** First lines of the logs at level error. */
  errors: string[];
};

type Played = {
  play: Play;
  sql: postgres.Sql;
  stack: ReplayStack;
  told: ReadonlyMap<string, Told>;
  verdict: Verdict;
  calm: Awaited<ReturnType<typeof untilCalm>>;
  loads: Record<string, Load>;
  pace: Pace;
  notifyMs: readonly number[];
  options: ReplayOptions;
};

const MINUTE_MS = 60_000;

/** Counts what was played. Minutes of click-to-door, business seconds of matching, machine milliseconds of the rest. */
export async function reportOf(played: Played): Promise<ReplayReport> {
  const { play, sql, stack, told, loads, pace, notifyMs, options } = played;
  const [fates, matches, counters, alerts, rounds] = await Promise.all([
    orderFates(sql),
    matchTimes(sql),
    counterTimes(sql),
    alertsOf(sql),
    roundTimes(sql),
  ]);
  const ours = Object.keys(stack.processes).filter((name) => name !== "telegram");
  const errors = errorsInLogs(stack.folder, ours);
  const delivered = fates.filter(({ status }) => status === "delivered");
  const ctd = delivered.map(({ placedMs, closedMs }) => (closedMs! - placedMs) / MINUTE_MS);
  const late = delivered.filter(
    ({ id, closedMs }) => closedMs! > (told.get(id)?.promisedMs ?? Number.POSITIVE_INFINITY),
  );
  const cancelled = fates.filter(({ status }) => ["cancelled", "rejected", "expired"].includes(status));
  const violations = violationsOf(played, fates.length - delivered.length - cancelled.length);
  const matchS = matches.map((match) => match.matchS);
  const searchS = matches.map((match) => match.searchS);
  const apiMs = play.house.allMs();
  const figures = {
    placed: fates.length,
    delivered: delivered.length,
    cancelled: cancelled.length,
    escalated: fates.filter(({ escalated }) => escalated).length,
    escalatedDelivered: delivered.filter(({ escalated }) => escalated).length,
    ctdMean: mean(ctd),
    ctdP50: quantile(ctd, 0.5),
    ctdP90: quantile(ctd, 0.9),
    lateShare: late.length / Math.max(1, delivered.length),
    matchP50S: quantile(matchS, 0.5),
    matchP99S: quantile(matchS, 0.99),
    matchMaxS: quantile(matchS, 1),
    searchP50S: quantile(searchS, 0.5),
    searchP99S: quantile(searchS, 0.99),
    courierAtCounterMeanS: mean(counters.map(({ courierS }) => courierS)),
    foodAtCounterMeanS: mean(counters.map(({ foodS }) => foodS)),
    alertsRung: alerts.rung,
    alertsAnswered: alerts.answered,
    alertsSolved: alerts.solved,
    notifyP50Ms: quantile(notifyMs, 0.5),
    notifyP99Ms: quantile(notifyMs, 0.99),
    apiP50Ms: quantile(apiMs, 0.5),
    apiP99Ms: quantile(apiMs, 0.99),
    apiRequests: apiMs.length,
    apiFailures: play.house.failures(),
    roundP50Ms: quantile(rounds, 0.5),
    roundP99Ms: quantile(rounds, 0.99),
    rounds: rounds.length,
    speed: options.speed,
    speedAtEnd: play.time.speed(),
    slowdowns: pace.slowdowns(),
    errors: errors.length + crashesOf(stack),
    violations: violations.length,
  };
  return { figures: rounded(figures), loads, violations, errors };
}

function violationsOf({ play, verdict, calm }: Played, lost: number): string[] {
  const { missing, doubled, violations } = verdict;
  const refused = [...play.journal.attempts.values()].filter(({ orderId }) => orderId === null);
  return [
    ...violations,
    ...(missing > 0 ? [`${missing} orders that customers were told of are not there`] : []),
    ...(doubled > 0 ? [`${doubled} orders or hand-overs are there twice`] : []),
    ...(lost > 0 ? [`${lost} orders have come to no end`] : []),
    ...(calm.left ? [`not calm: ${JSON.stringify(calm.left)}`] : []),
    ...new Set(refused.map((attempt) => `an order was refused: ${attempt.refused ?? "no answer"}`)),
  ];
}

const crashesOf = ({ processes }: ReplayStack): number =>
  Object.values(processes).reduce((sum, process) => sum + process.crashes(), 0);

const rounded = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 1_000) / 1_000]));
