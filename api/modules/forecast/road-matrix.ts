import { z } from "zod";
import { type Outside, outside } from "#api/platform/outside";
import type { Point } from "#shared/kernel/geo";
import type { Seconds } from "#shared/kernel/units";
import type { Vehicle } from "#shared/kernel/vehicle";

/** Seconds from every source (rows) to every target (columns); null where there is no way. */
export type RoadTable = (Seconds | null)[][];

/** Asks a routing server for a whole table at once. */
export type RoadMatrix = (sources: readonly Point[], targets: readonly Point[], vehicle: Vehicle) => Promise<RoadTable>;

/** A round cannot wait: what does not answer at once is done without. */
const GUARD = { timeoutMs: 150, attempts: 1, breakAfter: 3, halfOpenAfterMs: 5_000 };

/** The profiles as both servers' own images name them; OSRM serves whatever profile it was built with. */
const OSRM_PROFILE: Record<Vehicle, string> = {
  motorcycle: "driving",
  car: "driving",
  bicycle: "bike",
  walker: "foot",
};
const VALHALLA_COSTING: Record<Vehicle, string> = {
  motorcycle: "motor_scooter",
  car: "auto",
  bicycle: "bicycle",
  walker: "pedestrian",
};

const OsrmReply = z.object({ code: z.literal("Ok"), durations: z.array(z.array(z.number().nullable())) });
const ValhallaReply = z.object({
  sources_to_targets: z.array(z.array(z.object({ time: z.number().nullable() }))),
});

/**
 * OSRM's `/table` (project-osrm.org/docs/v5.24.0/api) or Valhalla's `/sources_to_targets`
 * (valhalla.github.io/valhalla/api/matrix), behind a door of its own: 150 ms, and after three failures in a row nobody
 * asks for five seconds.
 * @throws Refusal `request.busy` when it is slow, away, or answers nonsense
 */
export function createRoadMatrix(kind: "osrm" | "valhalla", url: string, door: Outside = outside(GUARD)): RoadMatrix {
  const base = url.replace(/\/$/, "");
  const ask = kind === "osrm" ? askOsrm : askValhalla;
  return (sources, targets, vehicle) => door(() => ask(base, { sources, targets, vehicle }));
}

type Question = { sources: readonly Point[]; targets: readonly Point[]; vehicle: Vehicle };

async function askOsrm(base: string, { sources, targets, vehicle }: Question): Promise<RoadTable> {
  const places = [...sources, ...targets].map(({ lat, lng }) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(";");
  const indices = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i).join(";");
  const query = `sources=${indices(0, sources.length)}&destinations=${indices(sources.length, targets.length)}`;
  const reply = await fetchJson(`${base}/table/v1/${OSRM_PROFILE[vehicle]}/${places}?${query}&annotations=duration`);
  return OsrmReply.parse(reply).durations;
}

async function askValhalla(base: string, { sources, targets, vehicle }: Question): Promise<RoadTable> {
  const places = (points: readonly Point[]) => points.map(({ lat, lng }) => ({ lat, lon: lng }));
  const body = { sources: places(sources), targets: places(targets), costing: VALHALLA_COSTING[vehicle] };
  const reply = await fetchJson(`${base}/sources_to_targets`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return ValhallaReply.parse(reply).sources_to_targets.map((row) => row.map(({ time }) => time));
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  // The door stops waiting by itself; this frees the socket of a server that hangs.
  const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(2 * GUARD.timeoutMs) });
  if (!reply.ok) throw new Error(`the router answered ${reply.status}`);
  return reply.json();
}
