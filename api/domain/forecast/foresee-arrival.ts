import type { Point } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";
import { type Eta, etaOf } from "./eta";
import { etaPartsOf } from "./eta-parts";
import type { Setting } from "./journey";
import { type Knowledge, residualsOf } from "./knowledge";

/** So many orders of a region must have been brought before its forecasts are promised to anybody. */
const HISTORY_ORDERS = 30;

/** Whether forecasts at placement have been seen to come true, or not, often enough to promise by them. */
export const hasHistory = (knowledge: Pick<Knowledge, "residuals">): boolean =>
  residualsOf(knowledge, "placed").weights.reduce((sum, weight) => sum + weight, 0) >= HISTORY_ORDERS;

/** An order that is placed, or would be: where from and where to. `load`: open orders per courier on duty. */
export type Placement = { setting: Setting; door: Point; placedMs: Milliseconds; load: number | null };

/** When an order that nobody has confirmed yet will be at the door. */
export function foreseeArrival(
  knowledge: Knowledge,
  { setting, door, placedMs, load }: Placement,
  nowMs: Milliseconds,
): Eta {
  const journey = {
    setting,
    placedMs,
    load,
    confirmedMs: null,
    cookingFromMs: null,
    saidReadyMs: null,
    readyMs: null,
    ride: null,
    atCounterMs: null,
    fetchedMs: null,
    doors: [door],
    doorsDone: 0,
    atDoorMs: null,
    deliveredMs: null,
    legs: [],
  };
  return etaOf(knowledge, etaPartsOf(knowledge, { journey, nowMs })!);
}
