import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#shared/kernel/random";
import type { Cast } from "./cast";
import { type Journal, noteStatus } from "./journal";
import type { Shown } from "./telegram/shown";

export type Floor = {
  cast: Cast;
  journal: Journal;
  random: Random;
  shown: Shown;
  closing: () => boolean;
  until: () => boolean;
};

type OpenOrder = { id: string; status: string };

/** The kitchen confirms what comes in; some orders it turns down, some it overlooks until somebody is rung for them. */
export async function runKitchen({ cast, journal, random, closing, until }: Floor): Promise<void> {
  const overlooked = new Set<string>();
  while (!until()) {
    for (const branch of cast.branches) {
      const reply = await cast.kitchen.call("GET", `/orders/open?branchId=${branch.id}`);
      const placed = listOf<OpenOrder>(reply?.body).filter(
        (order) => order.status === "placed" && !overlooked.has(order.id),
      );
      await Promise.all(
        placed.map(async ({ id }) => {
          const luck = random();
          if (luck < 0.05 && !closing()) return void overlooked.add(id);
          const action = luck < 0.1 ? "reject" : "confirm";
          const body = action === "reject" ? { reason: "too_busy" } : { readyInMinutes: 0 };
          const done = await cast.kitchen.call("POST", `/orders/${id}/${action}`, body);
          if (done?.status === 200) noteStatus(journal, id, String(done.body.status));
        }),
      );
    }
    if (closing()) overlooked.clear();
    await pause(250);
  }
}

type Ringing = { id: string; kind: string; subjectId: string };
type Waiting = {
  id: string;
  ladder: { step: string };
  waitingSince: string;
  offeredTo: string[];
  candidates: { courierId: string; obstacle: string | null }[];
};

/** Alerts that the dispatcher lets ring a second time. */
const STUBBORN_SHARE = 0.15;

/** The dispatcher answers what rings, some of it at the second ring only, and assigns by hand what the house gave up on. */
export async function runDispatcher({ cast, journal, random, shown, closing, until }: Floor): Promise<void> {
  const { telegramId } = cast.dispatcher;
  const wanted = new Map<string, number>();
  const rangEnough = ({ id }: Ringing) => {
    const rings = wanted.get(id) ?? (random() < STUBBORN_SHARE ? 2 : 1);
    wanted.set(id, rings);
    return shown.rings(telegramId, id) >= rings;
  };
  while (!until()) {
    const ringing = await cast.dispatcher.call("GET", "/alerts?state=ringing&limit=200");
    const answered = listOf<Ringing>(ringing?.body.alerts).filter(
      (alert) => rangEnough(alert) && (closing() || random() < 0.5),
    );
    await Promise.all(
      answered.map(async ({ id }) => {
        const reply = await cast.dispatcher.call("POST", `/alerts/${id}/acknowledge`, {});
        if (reply?.status === 200) journal.acknowledged.set(id, cast.dispatcher.telegramId);
      }),
    );
    await assignWaiting(cast, closing());
    await pause(700);
  }
}

/** Longer than this no order is held back for a fuller bag once the shop closes. */
const HELD_BACK_MAX_MS = 60_000;

async function assignWaiting(cast: Cast, closing: boolean): Promise<void> {
  const reply = await cast.dispatcher.call("GET", "/dispatch/waiting");
  for (const { id, ladder, waitingSince, offeredTo, candidates } of listOf<Waiting>(reply?.body.deliveries)) {
    const waitedMs = Date.now() - Date.parse(waitingSince);
    const heldBack = closing && offeredTo.length === 0 && waitedMs > HELD_BACK_MAX_MS;
    const free = candidates.find(({ obstacle }) => obstacle === null);
    if ((ladder.step !== "human" && !heldBack) || !free) continue;
    // Only if still nobody has it: whoever accepted meanwhile keeps it.
    await cast.dispatcher.call("POST", `/deliveries/${id}/assign`, { courierId: free.courierId, insteadOf: null });
  }
}

export const listOf = <T>(body: unknown): T[] => (Array.isArray(body) ? (body as T[]) : []);
