import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instance } from "./instance";
import type { Solution } from "./solution";

/** Writes the three files that the set's own evaluator reads into `folder/<instance>/`. */
export function writeSolution(folder: string, instance: Instance, solution: Solution): void {
  const target = join(folder, instance.name);
  mkdirSync(target, { recursive: true });
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(join(target, `solution_info_${file}.txt`), `${lines.join("\n")}\n`);
  write("assignments", [
    "assignment_time pickup_time courier orders",
    ...solution.assignments.map((a) => [a.assignedAt, a.pickupAt, a.courier, ...a.orders].join(" ")),
  ]);
  const delivered = new Map(solution.deliveries.map((delivery) => [delivery.order, delivery]));
  write("orders", [
    "order placement_time ready_time pickup_time dropoff_time courier",
    ...instance.orders.flatMap(({ id, placedAt, readyAt }) => {
      const delivery = delivered.get(id);
      return delivery
        ? [[id, placedAt, readyAt, delivery.pickupAt, delivery.dropoffAt, delivery.courier].join(" ")]
        : [];
    }),
  ]);
  const rides = instance.couriers
    .map(({ id }) => solution.moves.filter((move) => move.courier === id))
    .filter((moves) => moves.length > 0)
    .map((moves) => moves.map((m) => [m.courier, m.departAt, m.origin, m.destination].join(" ")).join("\n"));
  write("couriers", ["courier departure_time origin destination", rides.join("\n\n")]);
}
