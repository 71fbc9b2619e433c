import type { ApiProcess } from "./api-process";
import { nextPositions, type Rider, rota } from "./fleet";

const PER_REQUEST = 500;

/** Everybody is heard of three times: the shift has begun, and the process has compiled what it runs. @returns positions sent */
export async function warmUp(api: ApiProcess, riders: readonly Rider[]): Promise<number> {
  const next = rota(riders, PER_REQUEST);
  const total = 3 * riders.length;
  for (let sent = 0; sent < total; sent += PER_REQUEST) await api.report(nextPositions(next(), Date.now()));
  return total;
}
