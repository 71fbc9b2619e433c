import { bestTrip } from "./best-trip";
import type { Arc } from "./candidates";
import { improve, relocate } from "./local-search";
import { matchSparse, type SparseProblem } from "./match-sparse";
import type { Model } from "./model";
import { assign, emptyPlan, type Plan } from "./plan";
import { serveStarving } from "./serve-starving";

/**
 * Plans a round: every courier gets at most one job by an exact matching, the others join where they cost least, then
 * the whole is improved.
 */
export function makePlan(model: Model, arcs: readonly (readonly Arc[])[]): Plan {
  const plan = emptyPlan(model);
  const near = arcs.map((list) => list.slice(0, model.settings.near).map((arc) => arc.rider));
  match(plan, model, arcs);
  for (const job of model.jobs) {
    if (model.stepsLeft > 0 && plan.riderOf[job.index]! < 0) relocate(plan, job, near[job.index]!, model);
  }
  improve(plan, near, model);
  serveStarving(plan, model);
  return plan;
}

function match(plan: Plan, model: Model, arcs: readonly (readonly Arc[])[]): void {
  const problem = problemOf(model, arcs);
  const { columnOf, steps } = matchSparse(problem);
  model.stepsLeft -= Math.ceil(steps / 8); // an arc is looked at about eight times as fast as a trip is driven
  columnOf.forEach((rider, job) => {
    if (rider >= 0) assign(plan, rider, [bestTrip([model.jobs[job]!], model)!], model);
  });
}

function problemOf(model: Model, arcs: readonly (readonly Arc[])[]): SparseProblem {
  const count = arcs.reduce((sum, list) => sum + list.length, 0);
  const start = new Int32Array(arcs.length + 1);
  const column = new Int32Array(count);
  const cost = new Float64Array(count);
  let at = 0;
  arcs.forEach((list, row) => {
    for (const arc of list) {
      column[at] = arc.rider;
      cost[at++] = arc.costS;
    }
    start[row + 1] = at;
  });
  return { columns: model.riders.length, start, column, cost, unmatchedCost: model.unservedS };
}
