import { setTimeout as pause } from "node:timers/promises";
import type { Stage } from "../orders/stage";

const PATIENCE_MS = 15_000;

/** Waits until the history holds so many positions. @throws Error when it does not come to hold exactly them */
export async function written({ owner }: Stage, expected: number): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const [row] = await owner<{ count: number }[]>`select count(*)::int as count from positions`;
    if (row!.count === expected) return row!.count;
    if (row!.count > expected || performance.now() > until)
      throw new Error(`${row!.count} positions in the history, ${expected} were accepted`);
    await pause(200);
  }
}
