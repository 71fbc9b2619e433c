import type { ReplayReport } from "./report";

const SHOWN = 5;

/** A table for people, what was wrong in words, and last the figures as one line of JSON. */
export function printReport({ figures, loads, violations, errors }: ReplayReport, print: (line: string) => void): void {
  const of = (key: string) => String(figures[key]);
  const escalated = `${of("escalatedDelivered")} delivered, ${figures.escalated! - figures.escalatedDelivered!} called off`;
  const rows: [string, string][] = [
    ["orders placed", of("placed")],
    ["delivered / cancelled", `${of("delivered")} / ${of("cancelled")}`],
    ["escalated to a person", `${of("escalated")}: ${escalated}`],
    ["click to door, minutes", `mean ${of("ctdMean")}, p50 ${of("ctdP50")}, p90 ${of("ctdP90")}`],
    ["late against the first promise", `${(100 * figures.lateShare!).toFixed(1)} %`],
    ["time to match, simulated s", `p50 ${of("matchP50S")}, p99 ${of("matchP99S")}, max ${of("matchMaxS")}`],
    ["search held back on purpose, too", `p50 ${of("searchP50S")}, p99 ${of("searchP99S")}`],
    ["at the counter, mean s", `courier ${of("courierAtCounterMeanS")}, food ${of("foodAtCounterMeanS")}`],
    ["alerts", `${of("alertsRung")} rung, ${of("alertsAnswered")} answered, ${of("alertsSolved")} solved first`],
    ["notification lag, machine ms", `p50 ${of("notifyP50Ms")}, p99 ${of("notifyP99Ms")}`],
    [
      "API, machine ms",
      `p50 ${of("apiP50Ms")}, p99 ${of("apiP99Ms")} of ${of("apiRequests")}, ${of("apiFailures")} failed`,
    ],
    ["dispatch rounds, machine ms", `p50 ${of("roundP50Ms")}, p99 ${of("roundP99Ms")} of ${of("rounds")}`],
    ["speed", `asked ${of("speed")}, at the end ${of("speedAtEnd")}`],
    ...Object.entries(loads).map(([name, { cpuSeconds, peakMb }]): [string, string] => [
      name,
      `${cpuSeconds.toFixed(1)} CPU s, at most ${Math.round(peakMb)} MB`,
    ]),
    ["errors in the logs", of("errors")],
    ["violations", of("violations")],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) print(`${name.padEnd(width)}  ${value}`);
  for (const line of errors.slice(0, SHOWN)) print(`ERROR ${line}`);
  for (const violation of violations) print(`VIOLATION ${violation}`);
  print(JSON.stringify({ ...figures, processes: loads }));
}
